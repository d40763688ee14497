// Renews a part of the page when its time is up: <section id="layar" data-renew="47"> with <progress class="life">.
// The part is read again from this page's address; without a script the page says <meta http-equiv="refresh">.
{
  const run = (part) => {
    const left = Number(part.dataset.renew) * 1000;
    if (!(left > 0)) return;
    const ends = performance.now() + left;
    const bar = part.querySelector("progress");
    const full = bar ? bar.value : 0;
    const tick = () => {
      const rest = ends - performance.now();
      if (bar) bar.value = Math.max(0, full - (left - rest) / 1000);
      if (rest > 0) setTimeout(tick, Math.min(rest, 250));
      else renew(part, 1000);
    };
    tick();
  };
  const renew = async (part, wait) => {
    try {
      const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
      if (!answer.ok) throw new Error(answer.status);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.getElementById(part.id);
      if (!fresh) return location.reload();
      part.replaceWith(fresh);
      run(fresh);
    } catch {
      // A lost connection: try again, more slowly each time, up to half a minute.
      setTimeout(() => renew(part, Math.min(wait * 2, 30000)), wait);
    }
  };
  for (const part of document.querySelectorAll("[data-renew][id]")) run(part);
}
