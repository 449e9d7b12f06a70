"""Requests that are held until a test lets them go: what a page shows before they are answered."""

from playwright.sync_api import Page, Route


class LateRequests:
    """The requests of a page for addresses that match `pattern`; those after `let_go` are not held."""

    def __init__(self, page: Page, pattern: str) -> None:
        self.held: list[Route] = []
        self._page = page
        self._holding = True
        page.route(pattern, self._take)

    def _take(self, route: Route) -> None:
        if self._holding:
            self.held.append(route)
        else:
            route.continue_()

    def wait(self) -> None:
        """Wait until there is one."""
        for _ in range(500):
            if self.held:
                return
            self._page.wait_for_timeout(20)
        raise AssertionError("nothing was asked for")

    def let_go(self) -> None:
        """Let all requests go. Taking the route away would do so by itself, and then they can not be let go here."""
        self._holding = False
        for route in self.held:
            route.continue_()
