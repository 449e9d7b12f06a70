"""What a case, a vocabulary and a catalogue are; builds them from documents or says why not."""
