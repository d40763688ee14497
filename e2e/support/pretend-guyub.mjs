#!/usr/bin/env node
// Stands in for the server where the harness itself is tested: a sign-in form, a page behind it, and pages with known defects.
import { createServer } from "node:http";

const head = `<!doctype html><html lang="id"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">`;
const pages = {
  "/": `${head}<title>Beranda</title><main><h1>Beranda</h1><noscript><p>Tanpa skrip</p></noscript></main>`,
  "/masuk": `${head}<title>Masuk</title><main><h1>Masuk</h1><form method="post">
    <p><label>NIP atau surel <input name="pengenal"></label>
    <p><label>Kata sandi <input name="sandi" type="password"></label>
    <p><button>Masuk</button></form></main>`,
  "/tanpa-nama": `${head}<title>Cacat</title><main><h1>Cacat</h1><img src="/kosong.svg"><button></button></main>`,
  "/lebar": `${head}<title>Lebar</title><main><h1>Lebar</h1><p id="panjang">${"x".repeat(400)}</main>`,
  "/galat": `${head}<title>Galat</title><main><h1>Galat</h1><script>document.title = "terlarang"</script></main>`,
};

const server = createServer(async (request, response) => {
  const path = request.url;
  response.setHeader("content-security-policy", "default-src 'none'; img-src 'self'; form-action 'self'");
  if (path === "/readyz") {
    response.end("ok");
  } else if (request.method === "POST") {
    const form = new URLSearchParams((await request.toArray()).join(""));
    const known = form.get("pengenal") === "198503152010012001" && form.get("sandi") === "sandi-contoh";
    response.writeHead(303, { location: known ? "/" : "/masuk" }).end();
  } else if (pages[path]) {
    response.setHeader("content-type", "text/html");
    response.end(pages[path]);
  } else {
    response.writeHead(404).end();
  }
});

const [host, port] = process.env.GUYUB_LISTEN.split(":");
server.listen(Number(port), host, () => console.log("masuk sebagai pengelola: 198503152010012001 / sandi-contoh"));
process.on("SIGTERM", () => process.exit(0));
