// Lets the person choose light or dark, which else follows the system.

import { icon } from "./dom.js";

const dark = matchMedia("(prefers-color-scheme: dark)");

/** Make `toggle` switch between light and dark colours, and remember the choice here. */
export function useTheme(toggle) {
  const root = document.documentElement;
  const show = () => {
    const isDark = (root.dataset.theme ?? (dark.matches ? "dark" : "light")) === "dark";
    toggle.replaceChildren(icon(isDark ? "sun" : "moon"));
    toggle.setAttribute("aria-label", isDark ? "Use light colours" : "Use dark colours");
    return isDark;
  };
  const chosen = localStorage.getItem("theme");
  if (chosen) root.dataset.theme = chosen;
  toggle.addEventListener("click", () => {
    root.dataset.theme = show() ? "light" : "dark";
    localStorage.setItem("theme", root.dataset.theme);
    show();
  });
  dark.addEventListener("change", show);
  show();
}
