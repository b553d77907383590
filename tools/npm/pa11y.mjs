// Runs Pa11y, with HTML_CodeSniffer and axe, on pages of a site on loopback. It
// reads [{"url", "cookie"}] on stdin, a cookie as name=value or empty, and
// writes [{"url", "cookie", "width", "issues"}] on stdout; a page that could not be
// looked at has "error" instead of issues. It never fetches anything from
// another host, and judges nothing: what is accepted is for the caller.
import { createRequire } from 'node:module';
import { execFileSync } from 'node:child_process';
import { text } from 'node:stream/consumers';
import pa11y from 'pa11y';

// The very puppeteer that Pa11y brings.
const puppeteer = createRequire(createRequire(import.meta.url).resolve('pa11y'))('puppeteer');

const widths = [1280, 320];
const atOnce = 2;

function chromium() {
	for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
		try {
			return execFileSync('/bin/sh', ['-c', 'command -v "$0"', name], { encoding: 'utf8' }).trim();
		} catch {
			// not this name
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
	return puppeteer.launch({ executablePath: chromium(), pipe: true, args });
}

// A profile of its own per person, so that the files they share load once.
async function profileOf(browser, profiles, { url, cookie }) {
	if (!profiles.has(cookie)) {
		const made = browser.createBrowserContext().then(async (context) => {
			if (cookie) {
				const [name, ...value] = cookie.split('=');
				await context.setCookie({ name, value: value.join('='), domain: new URL(url).hostname, path: '/' });
			}
			return context;
		});
		profiles.set(cookie, made);
	}
	return profiles.get(cookie);
}

async function look(browser, profiles, task) {
	const { url, cookie, width } = task;
	const page = await (await profileOf(browser, profiles, task)).newPage();
	try {
		await page.setExtraHTTPHeaders({ 'Accept-Language': 'nl' });
		await page.emulateMediaFeatures([
			{ name: 'prefers-color-scheme', value: 'light' }, { name: 'prefers-reduced-motion', value: 'reduce' },
		]);
		let status = 0;
		page.on('response', (r) => { if (r.request().isNavigationRequest()) status = r.status(); });
		const { issues } = await pa11y(url, {
			browser, page, standard: 'WCAG2AA', runners: ['htmlcs', 'axe'], timeout: 60_000, viewport: { width, height: 900 },
		});
		if (status !== 200 || page.url() !== url) throw new Error(`answered with ${status} at ${page.url()}`);
		return { url, cookie, width, issues };
	} catch (error) {
		return { url, cookie, width, error: String(error) };
	} finally {
		await page.close();
	}
}

const tasks = JSON.parse(await text(process.stdin)).flatMap((page) => widths.map((width) => ({ ...page, width })));
const browser = await launch();
const results = [];
try {
	const profiles = new Map();
	const waiting = tasks.values();
	await Promise.all(Array.from({ length: atOnce }, async () => {
		for (const task of waiting) results.push(await look(browser, profiles, task));
	}));
} finally {
	await browser.close();
}
process.stdout.write(JSON.stringify(results));
