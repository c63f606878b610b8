const typingPause = 300;

/**
 * Does something a moment after somebody stopped typing; answers how to call it off. When a link was followed meanwhile
 * nothing is done: the page that is being left must not lead back to itself.
 */
export function afterPause(act: () => void, here: () => string = () => window.location.pathname): () => void {
  const from = here();
  const timer = setTimeout(() => {
    if (here() === from) act();
  }, typingPause);
  return () => clearTimeout(timer);
}
