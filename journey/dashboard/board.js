/* A board of HTML under the stage. What carries data-leg picks that leg, and is marked when it is chosen. */
export default function board({ data, parentElement, setTriggerValue }) {
  let box = parentElement.querySelector(".hh-board");
  if (!box) {
    box = document.createElement("div");
    box.className = "hh-board";
    parentElement.append(box);
  }
  // The HTML comes from the server, with every text of a journey escaped.
  if (box.dataset.version !== data.version) {
    box.dataset.version = data.version;
    box.innerHTML = data.html;
    // Only the browser knows by what address the dashboard is reached.
    const here = new URL(".", document.baseURI).href;
    box.querySelectorAll(".take code").forEach((code) => {
      code.textContent = code.textContent.replace("{here}", here);
    });
  }
  box.querySelectorAll("[data-leg]").forEach((part) => {
    const chosen = part.dataset.leg === data.chosen;
    part.setAttribute("aria-pressed", String(chosen));
    part.closest(".leg")?.classList.toggle("chosen", chosen);
  });
  box.querySelectorAll("[data-of]").forEach((part) => part.classList.toggle("chosen", part.dataset.of === data.chosen));
  box.onclick = (event) => {
    const copy = event.target.closest("[data-copy]");
    if (copy) {
      navigator.clipboard?.writeText(copy.parentElement.querySelector("code").textContent)
        .then(() => { copy.textContent = copy.dataset.copy; }, () => {});
    }
    const picked = event.target.closest("[data-leg]")?.dataset.leg;
    if (picked) setTriggerValue("leg", { id: picked === data.chosen ? null : picked });
  };
  return () => {
    box.querySelectorAll("[data-of]").forEach((part) => part.classList.toggle("chosen", part.dataset.of === data.chosen));
  box.onclick = null;
  };
}
