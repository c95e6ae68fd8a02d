"""Scripts that look at the page as somebody with weak eyes, or none, would."""

from typing import Final

# Returns the words whose colour stands out from their ground by less than 4.5 to 1 (WCAG 2.2, 1.4.3);
# grounds that are a slope of colours are left to the eye.
FAINT: Final = """() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const parse = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
    return { rgb: [r, g, b], a: a / 255 };
  };
  const linear = (c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
  const light = ([r, g, b]) => 0.2126 * linear(r / 255) + 0.7152 * linear(g / 255) + 0.0722 * linear(b / 255);
  const over = (top, under) => top.rgb.map((c, i) => c * top.a + under[i] * (1 - top.a));
  const ground = (node) => {
    const layers = [];
    for (let at = node; at; at = at.parentElement) {
      const { backgroundColor, backgroundImage } = getComputedStyle(at);
      if (backgroundImage.includes("linear-gradient")) return null;
      const layer = parse(backgroundColor);
      if (layer.a) layers.push(layer);
      if (layer.a === 1) break;
    }
    return layers.reverse().reduce((under, layer) => over(layer, under), [255, 255, 255]);
  };
  const isSeen = (node) => node.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const contrast = (node) => {
    const under = ground(node);
    if (!under) return 21;
    const [a, b] = [light(over(parse(getComputedStyle(node).color), under)), light(under)];
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  };
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const faint = [];
  while (words.nextNode()) {
    const text = words.currentNode.data.trim();
    const node = words.currentNode.parentElement;
    if (text && isSeen(node) && contrast(node) < 4.5) faint.push(`${text} ${contrast(node).toFixed(2)}`);
  }
  return faint;
}"""

# Returns the beginnings of controls and pictures that a screen reader could not name.
NAMELESS: Final = """() => {
  const named = (node) => node.ariaLabel || node.textContent.trim() || node.labels?.length
    || node.hasAttribute("alt") || node.hasAttribute("aria-labelledby");
  return [...document.querySelectorAll("button, input, textarea, [role=dialog], [role=log], img")]
    .filter((node) => node.checkVisibility() && !named(node))
    .map((node) => node.outerHTML.slice(0, 80));
}"""
