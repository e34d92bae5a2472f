"""What both servers share: addresses, listening, certificates, hosts, faults told in words."""
