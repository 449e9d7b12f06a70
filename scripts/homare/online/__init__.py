"""What asks other hosts: only by a command that was told so, never in a build."""
