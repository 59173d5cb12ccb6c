/* What boards show, which stands at addresses of its own. */

// Milliseconds to wait before a board that did not come is asked for again, each time.
const AGAIN = [1000, 4000];

/**
 * Fetches a board, where a network that stumbles has several tries.
 * @param {string} address
 * @returns {Promise<string>}
 */
const read = async (address) => {
  for (const wait of [...AGAIN, 0]) {
    try {
      const answer = await fetch(new URL(address, document.baseURI));
      if (answer.ok) return await answer.text();
    } catch {
      // It is tried again.
    }
    await new Promise((resolve) => { setTimeout(resolve, wait); });
  }
  throw new Error(`${address} did not come`);
};

/**
 * The boards that were fetched, or are being fetched, by their addresses.
 * @type {Map<string, Promise<string>>}
 */
const boards = new Map();

/**
 * What a board shows, fetched once.
 * @param {string} address
 * @returns {Promise<string>}
 */
export const content = (address) => {
  const coming = boards.get(address) ?? read(address);
  boards.set(address, coming);
  // One that did not come is asked for with the next run.
  coming.catch(() => boards.delete(address));
  return coming;
};

/**
 * Says in the box that its content did not come, above what it shows already.
 * @param {HTMLElement} box
 * @param {string} said
 */
export const fail = (box, said) => {
  box.querySelector(":scope > .notice")?.remove();
  const notice = document.createElement("p");
  notice.className = "hh notice";
  notice.setAttribute("role", "alert");
  notice.textContent = said;
  box.prepend(notice);
};
