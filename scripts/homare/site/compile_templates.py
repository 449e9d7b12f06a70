"""Compile all templates once, as installing a package does with its modules; run by scripts/bootstrap.py."""

import os
from pathlib import Path

from homare.pages.markdown import compile_templates

if __name__ == "__main__":
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    from mkdocs.config import load_config

    from homare.site.frame import compile_page_parts
    from homare.site.shells import compile_theme, template_folders

    compile_templates()
    settings = load_config(str(Path(__file__).parents[3] / "mkdocs.yml"))
    compile_theme(settings)
    compile_page_parts(template_folders(settings))
