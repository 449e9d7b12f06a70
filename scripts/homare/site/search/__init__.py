"""What the browser searches: the character index of the case pages and the data files under assets/search/."""
