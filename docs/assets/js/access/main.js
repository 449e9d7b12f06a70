// The accessibility page: a shortcut of one key must be one that can be turned off (WCAG 2.1.4).

const KEY = "homare:slash";
const setting = document.querySelector("[data-slash-setting]");
const box = setting?.querySelector("[data-slash]");

try {
  if (box) {
    box.checked = localStorage.getItem(KEY) !== "off";
    box.addEventListener("change", () => {
      box.checked ? localStorage.removeItem(KEY) : localStorage.setItem(KEY, "off");
    });
    setting.hidden = false;
  }
} catch {} // no storage, no setting: then the shortcut cannot be remembered as off
