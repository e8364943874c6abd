"""Records -> frames: the contract, the frames, the data dictionary."""
