"""Read and write blueprints."""
