"""The edition that opens from disk: the built site as one ZIP, without a server and without a network."""
