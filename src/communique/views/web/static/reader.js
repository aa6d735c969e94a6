// Finding things on the page of one document: a fact's words in the text, and the card of the words that were clicked.
// The page is readable without this file: each card is then a plain link to its words.

const text = document.querySelector("article.text");
const told = document.getElementById("told");
const words = [...text.querySelectorAll(".w[data-facts]")];
const cards = [...document.querySelectorAll(".fact[id]")];
const cardOf = new Map(cards.map((card) => [card.id, card]));
const wordsOf = new Map();
for (const word of words)
  for (const fact of word.dataset.facts.split(" ")) {
    if (!wordsOf.has(fact)) wordsOf.set(fact, []);
    wordsOf.get(fact).push(word);
  }

let current = null;

function release() {
  for (const word of text.querySelectorAll(".w.found")) word.classList.remove("found");
  current?.removeAttribute("aria-current");
  current = null;
}

function choose(card) {
  release();
  current = card;
  card.setAttribute("aria-current", "true");
  card.closest("details")?.setAttribute("open", "");
  for (const word of wordsOf.get(card.id) ?? []) word.classList.add("found");
  history.replaceState(null, "", `#${encodeURIComponent(card.id)}`);
}

const hurry = matchMedia("(prefers-reduced-motion: reduce)");
const bring = (element, block) => element?.scrollIntoView({ block, behavior: hurry.matches ? "auto" : "smooth" });

/** From a card to its words. */
function find(card) {
  choose(card);
  const landing = document.getElementById(`at-${card.id}`)?.nextElementSibling;
  bring(landing ?? wordsOf.get(card.id)?.[0], "center");
  told.textContent = `Shown in the text: ${card.textContent.trim().replace(/\s+/g, " ").slice(0, 160)}`;
}

/** From words to a card; where several facts lie over one another, each further click takes the next one out. */
function focusCard(word) {
  const shown = word.dataset.facts.split(" ").map((fact) => cardOf.get(fact)).filter((card) => card && !card.hidden);
  if (!shown.length) return;
  const card = shown[(shown.indexOf(current) + 1) % shown.length];
  choose(card);
  (card.querySelector(".find") ?? card).focus({ preventScroll: true });
  bring(card, "nearest");
}

/** To the next card (+1) or the one before (-1) among those shown, in the order of the page. */
function step(by) {
  const shown = cards.filter((card) => !card.hidden && card.querySelector(".find"));
  if (!shown.length) return;
  const at = shown.indexOf(current ?? document.activeElement?.closest?.(".fact"));
  const card = shown[at < 0 ? (by > 0 ? 0 : shown.length - 1) : (at + by + shown.length) % shown.length];
  find(card); // first, as it opens the part the card is in
  card.querySelector(".find").focus({ preventScroll: true });
}

const chips = [...document.querySelectorAll(".chip")];
const pressed = (filter) => chips.filter((c) => c.dataset.filter === filter && c.ariaPressed === "true").map((c) => c.value);

const painted = new Map(words.map((word) => [word, [...word.classList]]));
const kindOf = (name) => (/^(content|cue|insert|over-)/.test(name) ? "statement" : name);

/** Whether a word keeps one of its classes: those that are no evidence stay, of the others what a shown fact paints. */
function paints(word, name) {
  if (!/^(content|cue|insert|over-|encounter|commitment|event|date)/.test(name)) return true;
  const facts = word.dataset.facts.split(" ").map((fact) => cardOf.get(fact));
  return facts.some((card) => card && !card.hidden && card.dataset.kind === kindOf(name));
}

/** Shows the facts of the pressed people and kinds; nothing pressed means everything. */
function filter() {
  release();
  const [who, kinds] = [pressed("who"), pressed("kind")];
  for (const card of cards) {
    const people = card.dataset.who.split(" ");
    const [mine, sort] = [!who.length || who.some((id) => people.includes(id)), !kinds.length || kinds.includes(card.dataset.kind)];
    card.hidden = !(mine && sort);
  }
  for (const part of document.querySelectorAll(".rail details"))
    if (kinds.length && part.querySelector(".fact:not([hidden])")) part.open = true;
  for (const voice of document.querySelectorAll(".voice, .rail section:not(.legend)"))
    voice.hidden = !voice.querySelector(".fact:not([hidden])");
  for (const [word, classes] of painted) word.className = classes.filter((name) => paints(word, name)).join(" ");
  const count = cards.filter((card) => !card.hidden).length;
  told.textContent = `${count} of ${cards.length} facts shown`;
}

document.addEventListener("click", (event) => {
  const chip = event.target.closest(".chip");
  if (chip) {
    chip.ariaPressed = String(chip.ariaPressed !== "true");
    return filter();
  }
  const card = event.target.closest(".fact[id]");
  const link = event.target.closest("a");
  if (card && (!link || link.classList.contains("find")) && wordsOf.has(card.id)) {
    event.preventDefault();
    return find(card);
  }
  const word = event.target.closest(".w[data-facts]");
  if (word && getSelection().isCollapsed) focusCard(word);
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, textarea, select")) return;
  if (event.key === "j") step(1);
  else if (event.key === "k") step(-1);
  else if (event.key === "Escape") release();
});

function arrive() {
  const card = cardOf.get(decodeURIComponent(location.hash.slice(1)).replace(/^at-/, ""));
  if (card) find(card);
}
addEventListener("hashchange", arrive);
document.getElementById("controls").hidden = false;
arrive();
