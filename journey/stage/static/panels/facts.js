/* The facts of a leg or a stop: what, figure and mark. */
// needs: core/element panels/mark
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
      item.append(" ", mark(basis, words, why), why ? ` ${why}` : "");
      list.append(item);
    });
    box.append(element("summary", "", words["claim.disagree"]), list);
    return box;
  };

  // A list of terms; with `all`, also what others say.
  L.journey.facts = (facts, words, all = false) => {
    const list = element("dl", "jm-facts");
    facts.forEach((fact) => {
      const said = element("dd", "", fact.said);
      said.append(" ", mark(fact.basis, words, fact.why));
      if (fact.differ) said.append(" ", all ? others(fact, words) : element("em", "jm-differ", words["claim.disagree"]));
      list.append(element("dt", "", fact.label), said);
    });
    return list;
  };
})(window.L);
