"use strict";
(() => {
  const cards = [...document.querySelectorAll(".card")];
  const form = document.getElementById("filters");
  const help = document.getElementById("help");

  for (const button of document.querySelectorAll(".copy")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(button.dataset.copy);
        button.firstChild.textContent = "Copied";
      } catch {
        getSelection().selectAllChildren(button.previousElementSibling);
        button.firstChild.textContent = "Selected";
      }
    });
  }

  const openAt = () => {
    const at = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const folded = at && at.closest("details");
    if (folded) { folded.open = true; at.scrollIntoView(); }
  };
  addEventListener("hashchange", openAt);
  openAt();
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
  const texts = new Map(cards.map((card) => [card, card.textContent.toLowerCase()]));

  const update = () => {
    const choices = ["kind", "severity", "status"].map((name) => [name, chosen(name)]);
    const sought = words.value.trim().toLowerCase();
    const counts = new Map();
    let shown = 0;
    for (const card of cards) {
      const rest = Number(card.dataset.confidence) >= Number(least.value) && texts.get(card).includes(sought);
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
