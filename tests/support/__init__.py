"""What tests share: servers, browsers, people who answer, small content."""
