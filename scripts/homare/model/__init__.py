"""What a case, a vocabulary and a catalogue are; builds them from documents or says why not."""

import os

# No package that happens to be installed may have a say in how records are read, and asking them takes 16 ms.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
