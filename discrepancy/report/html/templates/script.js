"use strict";
(() => {
  const cards = [...document.querySelectorAll(".card")];
  const form = document.getElementById("filters");
  const help = document.getElementById("help");

  const copy = async (button, text, shown) => {
    const word = button.firstChild;
    button.dataset.word ??= word.textContent;
    try {
      await navigator.clipboard.writeText(text);
      word.textContent = "Copied";
    } catch {
      if (shown) getSelection().selectAllChildren(shown);
      word.textContent = shown ? "Selected" : "Not allowed";
    }
    setTimeout(() => { word.textContent = button.dataset.word; }, 3000);
  };
  const lines = new Map();
  for (const button of document.querySelectorAll(".copy")) {
    const line = button.previousElementSibling;
    lines.set(line.hash.slice(1), line.textContent);
    button.hidden = false;
    button.addEventListener("click", () => copy(button, line.textContent, line));
  }

  const save = document.getElementById("save");
  save.hidden = false;
  save.addEventListener("click", async () => {
    const result = document.getElementById("result");
    let data = new Blob([result.textContent], { type: "application/json" });
    if (result.type === "application/gzip") {
      const packed = Uint8Array.from(atob(result.textContent), (letter) => letter.charCodeAt(0));
      data = await new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"))).blob();
    }
    const link = document.createElement("a");
    link.href = URL.createObjectURL(data);
    link.download = "discrepancy.json";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  });

  const openAt = () => {
    const at = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const folded = at && at.closest("details");
    if (folded) { folded.open = true; at.scrollIntoView(); }
  };
  addEventListener("hashchange", openAt);
  openAt();
  const told = document.getElementById("sideways");
  if (told) {
    const table = told.nextElementSibling;
    new ResizeObserver(() => { told.hidden = table.scrollWidth <= table.clientWidth; }).observe(table);
  }
  let unfolded = [];
  addEventListener("beforeprint", () => {
    unfolded = [...document.querySelectorAll("details:not([open])")];
    for (const one of unfolded) one.open = true;
  });
  addEventListener("afterprint", () => { for (const one of unfolded) one.open = false; });

  if (!form) return;
  const words = document.getElementById("words");
  const least = document.getElementById("least");
  const chosen = (name) => new Set([...form.querySelectorAll(`input[name=${name}]:checked`)].map((box) => box.value));
  const names = ["kind", "severity", "status"].filter((name) => form.querySelector(`input[name=${name}]`));
  const texts = new Map();
  const wordsOf = (card) => [...card.children].map((part) => (part.tagName === "FORM" ? "" : part.textContent)).join(" ");
  const says = (card, sought) => {
    if (!sought) return true;
    if (!texts.has(card)) texts.set(card, wordsOf(card).toLowerCase());
    return texts.get(card).includes(sought);
  };

  const update = () => {
    const choices = names.map((name) => [name, chosen(name)]);
    const sought = words.value.trim().toLowerCase();
    const counts = new Map();
    let shown = 0;
    for (const card of cards) {
      const rest = Number(card.dataset.confidence) >= Number(least.value) && says(card, sought);
      const refused = choices.filter(([name, values]) => !values.has(card.dataset[name]));
      for (const [name] of choices) {
        const label = `${name}:${card.dataset[name]}`;
        if (rest && refused.every(([other]) => other === name)) counts.set(label, (counts.get(label) || 0) + 1);
      }
      card.hidden = !rest || refused.length > 0;
      shown += card.hidden ? 0 : 1;
    }
    for (const count of form.querySelectorAll(".count")) count.textContent = `(${counts.get(count.dataset.count) || 0})`;
    document.getElementById("least-shown").textContent = Number(least.value).toFixed(2);
    document.getElementById("shown").textContent = `${shown} of ${cards.length} shown`;
  };
  form.hidden = false;
  form.addEventListener("input", update);
  form.addEventListener("submit", (event) => event.preventDefault());
  const copyShown = document.getElementById("copy-shown");
  copyShown.addEventListener("click", () => {
    const shown = cards.filter((card) => !card.hidden).map((card) => lines.get(card.id));
    copy(copyShown, shown.join("\n"), null);
  });
  update();

  const step = (by) => {
    const visible = cards.filter((card) => !card.hidden);
    const now = visible.indexOf(document.activeElement.closest(".card"));
    const next = visible[now < 0 ? (by > 0 ? 0 : visible.length - 1) : Math.min(Math.max(now + by, 0), visible.length - 1)];
    if (next) { next.focus(); next.scrollIntoView({ block: "start" }); }
  };
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape" && document.activeElement === words) { words.blur(); return; }
    if (event.target.closest("input, textarea, select")) return;
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "/") { event.preventDefault(); words.focus(); }
    else if (event.key === "?" && !help.open) help.showModal();
  });
})();
