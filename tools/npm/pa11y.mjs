// Runs Pa11y, with HTML_CodeSniffer and axe, on pages of a site on loopback. It
// reads [{"url", "cookie"}] on stdin, a cookie as name=value or empty, and
// writes [{"url", "cookie", "width", "issues"}] on stdout, once per width; a
// page that could not be looked at has "error" instead of issues. It never
// fetches anything from another host, and judges nothing: what is accepted is
// for the caller.
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { text } from 'node:stream/consumers';
import pa11y from 'pa11y';

// The very puppeteer that Pa11y brings.
const puppeteer = createRequire(createRequire(import.meta.url).resolve('pa11y'))('puppeteer');

// The sizes at which the page tests look, too.
const sizes = [{ width: 1280, height: 900 }, { width: 320, height: 700 }];
const windows = 2; // that look at the same time
const timeout = 60_000;

function chromium() {
	for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
		try {
			return execFileSync('/bin/sh', ['-c', 'command -v "$0"', name], { encoding: 'utf8' }).trim();
		} catch {
			// not by this name
		}
	}
	throw new Error('no Chromium on the PATH; `make setup` installs it');
}

function launch() {
	const args = [
		'--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-domain-reliability',
		'--disable-quic', '--no-pings', '--no-first-run', '--lang=nl',
	];
	if (process.geteuid() === 0) args.push('--no-sandbox'); // Chromium refuses to sandbox for root
	// Through a pipe the browser ends with this process, also when that is killed.
	return puppeteer.launch({ executablePath: chromium(), pipe: true, protocolTimeout: timeout, args });
}

// A profile with one tab. Opening one takes longer than loading a page, so it
// is used again, with nothing but the cookie of whom the page is for.
async function openWindow(browser) {
	const context = await browser.createBrowserContext();
	const page = await context.newPage();
	await page.setExtraHTTPHeaders({ 'Accept-Language': 'nl' });
	await page.emulateMediaFeatures([
		{ name: 'prefers-color-scheme', value: 'light' }, { name: 'prefers-reduced-motion', value: 'reduce' },
	]);
	return { context, page };
}

async function load({ context, page }, { url, cookie }) {
	await context.deleteCookie(...await context.cookies());
	if (cookie) {
		const [name, value] = cookie.split('=');
		await context.setCookie({ name, value, domain: new URL(url).hostname, path: '/' });
	}
	await page.setViewport(sizes[0]);
	const answer = await page.goto(url, { waitUntil: 'load', timeout });
	if (answer.status() !== 200 || page.url() !== url) throw new Error(`answered with ${answer.status()} at ${page.url()}`);
}

async function look(browser, page, { url, cookie }, viewport) {
	const { width } = viewport;
	try {
		const { issues } = await pa11y(url, {
			browser, page, ignoreUrl: true, standard: 'WCAG2AA', runners: ['htmlcs', 'axe'], timeout, viewport,
		});
		return { url, cookie, width, issues };
	} catch (error) {
		return { url, cookie, width, error: String(error) };
	}
}

async function lookAtAll(browser, tasks, results) {
	const window = await openWindow(browser);
	for (const task of tasks) {
		try {
			await load(window, task);
		} catch (error) {
			results.push(...sizes.map(({ width }) => ({ ...task, width, error: String(error) })));
			continue;
		}
		for (const size of sizes) results.push(await look(browser, window.page, task, size));
	}
}

const tasks = JSON.parse(await text(process.stdin)).values(); // shared: each window takes the next
const browser = await launch();
const results = [];
try {
	await Promise.all(Array.from({ length: windows }, () => lookAtAll(browser, tasks, results)));
} finally {
	await browser.close();
}
process.stdout.write(JSON.stringify(results));
