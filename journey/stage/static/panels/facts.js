/* The facts of a leg or a stop: what, figure and mark. */
// needs: core/element core/mark
/** @typedef {{facts: (facts: Fact[], words: Words, all?: boolean) => HTMLElement}} Gives */
(function (L) {
  "use strict";

  const { element, mark } = L.journey;

  // What else is said of a figure, folded away under the words that sources disagree.
  /** @type {(fact: Fact, words: Words) => HTMLElement} */
  const others = (fact, words) => {
    const box = element("details", "jm-differ");
    const list = element("ul");
    fact.others.forEach(({ said, basis, why }) => {
      const item = element("li", "", said);
      item.append(" ", mark(basis, words), why ? ` ${why}` : "");
      list.append(item);
    });
    box.append(element("summary", "", words["claim.disagree"]), list);
    return box;
  };

  // A figure with its mark, which no line leaves alone. Of a list the first is a stop of the tab key, and arrows lead to the others.
  /** @type {(fact: Fact, words: Words, first: boolean) => HTMLElement} */
  const figure = ({ said, basis, why }, words, first) => {
    const end = said.lastIndexOf(" ") + 1;
    const [made, last] = [element("dd", "", said.slice(0, end)), element("span", "jm-kept", `${said.slice(end)} `)];
    const dot = last.appendChild(mark(basis, words, why));
    if (!first) dot.tabIndex = -1;
    made.append(last);
    return made;
  };

  // A list of terms; with `all`, also what others say.
  L.journey.facts = (facts, words, all = false) => {
    const list = element("dl", "jm-facts");
    facts.forEach((fact, i) => {
      const said = figure(fact, words, !i);
      if (fact.differ) said.append(" ", all ? others(fact, words) : element("em", "jm-differ", words["claim.disagree"]));
      list.append(element("dt", "", fact.label), said);
    });
    return list;
  };
})(window.L);
