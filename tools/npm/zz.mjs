import { createRequire } from 'node:module';import fs from 'node:fs';
const puppeteer = createRequire(createRequire(import.meta.url).resolve('pa11y'))('puppeteer');
const base=fs.readFileSync('/tmp/pat/url','utf8').trim();
const b=await puppeteer.launch({executablePath:'/usr/bin/chromium',pipe:true,args:['--no-sandbox','--disable-gpu','--disable-background-networking']});
const p=await b.newPage();
const ax=process.env.AXE||'/work/main/tools/npm/node_modules/pa11y/node_modules/axe-core/axe.min.js';
for(const [path,who,w] of [['/account','cora',320],['/beheer/codelijsten','bea',320],['/zaken/Z-2026-00002','mila',320],['/cijfers','cora',1280],['/cijfers/meldingen?van=2026-07-01&tot=2026-12-31','cora',320],['/meldingen/M-2026-00002','rosa',320]]){
 await b.defaultBrowserContext().setCookie({name:'rugdekking',value:who,domain:'127.0.0.1',path:'/'});
 await p.setViewport({width:w,height:900});
 await p.emulateMediaFeatures([{name:'prefers-color-scheme',value:'light'},{name:'prefers-reduced-motion',value:'reduce'}]);
 await p.goto(base+path);await p.screenshot({path:`/tmp/pat/s_${path.replace(/\W+/g,'_')}.png`});
 await p.evaluate(fs.readFileSync(ax,'utf8'));
 const r=await p.evaluate(async()=>{const r=await axe.run(document,{runOnly:{type:'rule',values:['color-contrast']}});return [...r.violations,...r.incomplete.map(x=>({...x,inc:1}))].flatMap(v=>v.nodes.map(n=>[v.inc?'INC':'VIOL',n.target.join(),n.any.map(c=>c.message+JSON.stringify(c.relatedNodes?.map(x=>x.target?.join()))).join()]))});
 console.log(path,w,r.length);for(const x of r.slice(0,6))console.log('  ',x.join(' | ').slice(0,400));
}
await b.close();
