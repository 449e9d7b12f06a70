"""Access as it is used: by keyboard alone, enlarged, with wide spacing, without motion, in forced colours."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.page_kinds import KINDS, open_kind
from tests.browser.styles import add_style

DESKTOP, PHONE = {"width": 1280, "height": 800}, {"width": 360, "height": 740}
BY_KEYBOARD = ("home", "find", "case", "method", "regions", "kit", "builder", "compare", "similar", "about")
MOST_STEPS = 700

FOCUSED = """() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const inside = (x, y) => {
    const found = document.elementFromPoint(x, y);
    return found && (element.contains(found) || found.contains(element) || element.closest('label')?.contains(found));
  };
  const middle = (from, to, room) => (Math.max(from, 0) + Math.min(to, room)) / 2;
  const seen = [...element.getClientRects()].some((row) =>
    inside(middle(row.left, row.right, innerWidth), middle(row.top, row.bottom, innerHeight)));
  const ringed = (node, pseudo) => {
    const style = getComputedStyle(node, pseudo);
    return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
  };
  const rect = element.querySelector('rect');
  const ring = ringed(element) || ringed(element, '::after') || ringed(element.parentElement)
    || (rect && parseFloat(getComputedStyle(rect).strokeWidth) >= 2) || element.id === 'main';
  element.dataset.visits = Number(element.dataset.visits ?? 0) + 1;
  return {what: element.outerHTML.slice(0, 140), seen, ring, visits: Number(element.dataset.visits)};
}"""
NEVER_REACHED = """() => [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
  .filter((element) => element.checkVisibility({contentVisibilityAuto: true, opacityProperty: false, visibilityProperty: true}))
  .filter((element) => !element.disabled && !element.closest('[inert]') && element.tabIndex >= 0)
  .filter((element) => !element.dataset.visits && element.type !== 'radio')
  .map((element) => element.outerHTML.slice(0, 140))"""


@pytest.mark.criterion(
    "2.1.1", "Tabキーだけで、表示されている操作対象のすべてに届くことを、主な種類のページで確かめます"
)
@pytest.mark.criterion(
    "2.1.2", "Tabキーでページの終わりまで進め、途中で閉じ込められないことを、主な種類のページで確かめます"
)
@pytest.mark.criterion("2.4.7", "フォーカスのある操作対象に枠が出ることを、1つずつ確かめます")
@pytest.mark.criterion("3.2.1", "フォーカスを動かすだけで別のページに移らないことを、主な種類のページで確かめます")
@pytest.mark.criterion("2.4.11", "フォーカスのある操作対象がほかの要素に隠れないことを、1つずつ確かめます")
@pytest.mark.parametrize("kind", BY_KEYBOARD)
def test_everything_is_reached_by_keyboard_with_a_visible_focus(page: Page, site_url: str, kind: str) -> None:
    page.emulate_media(reduced_motion="reduce")  # no smooth scrolling: what is focused stands still
    open_kind(page, site_url, kind)
    hidden, ringless, address = [], [], page.url
    for _ in range(MOST_STEPS):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        if focused is None or focused["visits"] > 1:
            break
        hidden += [] if focused["seen"] else [focused["what"]]
        ringless += [] if focused["ring"] else [focused["what"]]
    else:
        pytest.fail(f"{MOST_STEPS} steps do not leave the page")
    assert hidden == []
    assert ringless == []
    assert page.url == address
    assert page.evaluate(NEVER_REACHED) == []


@pytest.mark.criterion("2.4.3", "最初のTabで本文へ移動するリンクに届き、選ぶと本文から続くことを確かめます")
def test_the_first_stop_is_the_way_to_the_text(page: Page, site_url: str) -> None:
    open_kind(page, site_url, "case")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="本文へ移動")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#main') !== null")


TOO_SMALL = """() => [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
  .filter((element) => element.checkVisibility() && element.getClientRects().length)
  .filter((element) => !element.matches('.hm-skip, [type=checkbox], [type=radio]'))
  .map((element) => [element, element.getBoundingClientRect()])
  .filter(([element, box]) => box.width < 24 || box.height < 24)
  .filter(([element]) => {
    // A link within a line of text is exempt: its size is that of the text.
    if (getComputedStyle(element).display !== 'inline' || !element.matches('a')) return true;
    const own = element.textContent.trim();
    return element.closest('p, li, dd, td, cite, figcaption, dt, th, h3, span')?.textContent.trim() === own
      && !element.closest('dl, td, th, li');
  })
  .map(([element, box]) => `${Math.round(box.width)}×${Math.round(box.height)} ${element.outerHTML.slice(0, 120)}`)"""


@pytest.mark.criterion(
    "2.5.8",
    "操作対象の大きさが24px以上であることを、すべての種類のページで、幅360pxと1280pxで測ります（文中のリンクを除く）",
)
@pytest.mark.parametrize("kind", KINDS)
def test_targets_are_large_enough(page: Page, site_url: str, kind: str) -> None:
    """Opened wide and then made narrow: so what a phone folds away at first is measured there too."""
    page.set_viewport_size(DESKTOP)  # type: ignore[arg-type]
    open_kind(page, site_url, kind)
    assert page.evaluate(TOO_SMALL) == [], "desktop"
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    assert page.evaluate(TOO_SMALL) == [], "phone"


@pytest.mark.parametrize("kind", ["home", "find", "case", "builder", "similar"])
def test_buttons_and_boxes_fit_a_finger(page: Page, site_url: str, kind: str) -> None:
    """Our own measure for the main controls on a phone is 44 px."""
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    open_kind(page, site_url, kind)
    for control in page.locator(
        ".hm-button:not(.hm-put), .hm-search__input, .hm-search__button, .hm-menu-button, select"
    ).all():
        if control.is_visible():
            box = control.bounding_box()
            assert box is not None
            assert box["height"] >= 43.5, control.evaluate("element => element.outerHTML.slice(0, 120)")


OVERFLOW = """() => {
  const room = document.documentElement.clientWidth;
  const scrolls = (element) => element.closest('.hm-scroll, .hm-compare, pre, [role=region][tabindex]');
  return document.documentElement.scrollWidth <= room ? [] : [...document.body.querySelectorAll('*')]
    .filter((element) => element.checkVisibility() && element.getBoundingClientRect().right > room + 1 && !scrolls(element))
    .map((element) => element.outerHTML.slice(0, 120)).slice(0, 5).concat([`${document.documentElement.scrollWidth} > ${room}`]);
}"""


@pytest.mark.criterion(
    "1.4.10",
    "400%の拡大にあたる幅320pxで、横に動かさずに読めることを、すべての種類のページで確かめます（表は表の中だけが動きます）",
)
@pytest.mark.criterion(
    "1.4.4",
    "200%の拡大にあたる幅640pxと、文字だけを200%にした表示で、はみ出しがないことを、すべての種類のページで確かめます",
)
@pytest.mark.criterion(
    "1.4.12", "行間・字間・段落の間を広げても、はみ出しや重なりがないことを、すべての種類のページで確かめます"
)
@pytest.mark.parametrize("kind", KINDS)
def test_pages_reflow_when_enlarged_or_spaced_out(page: Page, site_url: str, kind: str) -> None:
    open_kind(page, site_url, kind)
    for width, height in ((640, 400), (320, 256)):
        page.set_viewport_size({"width": width, "height": height})
        assert page.evaluate(OVERFLOW) == [], f"{width} px"
    page.set_viewport_size(DESKTOP)  # type: ignore[arg-type]
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate(OVERFLOW) == [], "text at 200 %"
    page.evaluate("document.documentElement.style.fontSize = ''")
    add_style(
        page,
        "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }"
        " p { margin-bottom: 2em !important }",
    )
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate(OVERFLOW) == [], f"spaced out at {width} px"


@pytest.mark.criterion("1.3.4", "縦長と横長のどちらの画面でも同じ内容が出ることを確かめます")
def test_both_orientations_show_the_same(page: Page, site_url: str) -> None:
    open_kind(page, site_url, "case")
    heights = []
    for size in ({"width": 740, "height": 360}, {"width": 360, "height": 740}):
        page.set_viewport_size(size)  # type: ignore[arg-type]
        heights.append([text for text in page.locator("h2:visible").all_inner_texts() if text != "ひと目で"])
    assert heights[0] == heights[1]


@pytest.mark.criterion(
    "2.3.1", "動きを減らす設定で、動く表示と滑らかな移動がなくなることを、すべての種類のページで確かめます"
)
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_moves_for_those_who_ask_for_rest(page: Page, site_url: str, kind: str) -> None:
    page.emulate_media(reduced_motion="reduce")
    open_kind(page, site_url, kind)
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    assert page.evaluate("document.getAnimations().length") == 0
    moving = page.evaluate(
        """() => [...document.querySelectorAll('*')].filter((element) => {
          const style = getComputedStyle(element);
          return style.animationName !== 'none' || style.transitionDuration.split(',').some((time) => parseFloat(time) > 0);
        }).map((element) => element.outerHTML.slice(0, 100))"""
    )
    assert moving == []


@pytest.mark.criterion("1.4.11", "強制カラーの表示でも、ボタン、入力欄、現在地、地図のマスの境が見えることを確かめます")
@pytest.mark.parametrize("kind", ["home", "case", "find"])
def test_forced_colours_keep_borders_and_states(page: Page, site_url: str, kind: str) -> None:
    page.emulate_media(forced_colors="active")
    open_kind(page, site_url, kind)
    borderless = page.evaluate(
        """() => [...document.querySelectorAll('button, input:not([type=checkbox]), select, .hm-button, .hm-ways, .hm-card')]
          .filter((element) => element.checkVisibility() && !element.matches('.hm-scheme'))
          .filter((element) => ['Top', 'Left'].every((side) => parseFloat(getComputedStyle(element)[`border${side}Width`]) === 0))
          .map((element) => element.outerHTML.slice(0, 100))"""
    )
    assert borderless == []


@pytest.mark.criterion(
    "1.4.3", "明るい配色と暗い配色の文字色と地の色の組をすべて計算し、4.5:1以上であることを確かめます"
)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_pair_of_text_and_ground_has_contrast(page: Page, site_url: str, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(site_url)
    texts = ("ink", "ink-2", "ai", "gold", "leaf")
    grounds = {
        "paper": texts, "paper-2": texts, "ai-tint": ("ink", "ink-2", "ai"), "gold-tint": ("gold",),
        "leaf-tint": ("ink", "ink-2", "leaf", "ai"), "ai-fill": ("on-fill",), "ai": ("on-fill",),
    }  # fmt: skip
    weak = {
        (text, ground): ratio
        for ground, allowed in grounds.items()
        for text in allowed
        if (ratio := contrast(colour(page, text), colour(page, ground))) < 4.5
    }
    assert weak == {}
    assert contrast(colour(page, "edge"), colour(page, "paper")) >= 3
    assert contrast(colour(page, "focus"), colour(page, "paper")) >= 3


def colour(page: Page, token: str) -> list[int]:
    """The red, green and blue that a token has in the scheme of the page."""
    shown: str = page.evaluate(
        """token => {
          const probe = document.body.appendChild(document.createElement('i'));
          probe.style.color = `var(--hm-${token})`;
          return getComputedStyle(probe).color;
        }""",
        token,
    )
    return [int(part) for part in shown.removeprefix("rgb(").rstrip(")").split(",")]


def contrast(one: list[int], other: list[int]) -> float:
    """The contrast ratio of WCAG."""

    def luminance(rgb: list[int]) -> float:
        red, green, blue = (
            part / 255 / 12.92 if part / 255 <= 0.04045 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in rgb
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_way_from_search_to_print_by_keyboard_alone(page: Page, site_url: str) -> None:
    """Search, a facet, a case, the comparison, the kit, paper: nothing but keys is pressed."""
    page.emulate_media(reduced_motion="reduce")
    page.add_init_script("window.print = () => { document.documentElement.dataset.printed = 'yes'; }")
    page.goto(site_url)
    page.keyboard.press("/")
    page.keyboard.insert_text("塾")
    page.keyboard.press("Enter")
    page.wait_for_url("**/find/?q=*")
    expect(page.locator("[data-results][data-ready=true]")).to_be_attached()
    tab_to(page, "input[data-facet=challenge][value=successors]")
    page.keyboard.press("Space")
    expect(page.locator("[data-chips] button")).to_have_count(1)
    for number in (1, 2):
        tab_to(page, f"[data-results] > [data-case]:nth-child({number}) button[data-put=compare]")
        page.keyboard.press("Enter")
    tab_to(page, "[data-results] > [data-case]:first-child a")
    page.keyboard.press("Enter")
    expect(page.locator("article[data-case]")).to_be_visible()
    tab_to(page, ".hm-actions [data-put=kit]")
    page.keyboard.press("Enter")
    tab_to(page, ".hm-tray a[href*='compare/']")
    page.keyboard.press("Enter")
    expect(page.locator("table[data-compare] th[data-case]")).to_have_count(2)
    page.go_back()
    tab_to(page, ".hm-tray a[href*='sessions/builder/']")
    page.keyboard.press("Enter")
    expect(page.locator("[data-kit] [data-part=sources]")).to_be_visible()
    tab_to(page, "[data-actions] [data-print]")
    page.keyboard.press("Enter")
    expect(page.locator("html[data-printed=yes]")).to_be_attached()


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until what `selector` names has the focus."""
    wanted = page.locator(selector).first
    expect(wanted).to_be_visible()
    wanted.evaluate("element => { globalThis.wanted = element }")
    for _ in range(MOST_STEPS):
        if page.evaluate("globalThis.wanted === document.activeElement"):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"{MOST_STEPS} steps do not lead to {selector}")
