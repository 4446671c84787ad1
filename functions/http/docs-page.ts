/** A page that reads /openapi.json and lists every endpoint: no script from elsewhere, so that it opens in a village too. */
export const docsPage = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Qingcheng API</title>
<style>
body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1a2b24}
h1{color:#0b6b4f}summary{cursor:pointer;padding:.5rem 0;border-top:1px solid #d5e3dc}code{font-family:ui-monospace,monospace}
.method{display:inline-block;width:4.5rem;font-weight:700;color:#0b6b4f}pre{background:#f2f7f4;padding:.75rem;overflow:auto;font-size:.85rem}
</style></head><body><h1>Qingcheng API</h1><p id="about">Loading …</p><p><a href="openapi.json">openapi.json</a> (OpenAPI 3.1)</p><main id="list"></main>
<script>
const tag=(name,text,cls)=>{const e=document.createElement(name);if(text!==undefined)e.textContent=text;if(cls)e.className=cls;return e}
fetch('openapi.json').then(r=>r.json()).then(doc=>{
  document.getElementById('about').textContent=doc.info.description
  for(const [path,item] of Object.entries(doc.paths))for(const [method,op] of Object.entries(item)){
    const d=tag('details'),s=tag('summary');s.append(tag('span',method.toUpperCase(),'method'),tag('code',path),' — '+op.summary);d.append(s)
    if(op.description)d.append(tag('p',op.description))
    const part=(title,value)=>{if(value&&(!Array.isArray(value)||value.length))d.append(tag('h4',title),tag('pre',JSON.stringify(value,null,2)))}
    part('Parameters',op.parameters);part('Body',op.requestBody?.content['application/json'].schema)
    for(const [status,r] of Object.entries(op.responses))if(status!=='default')part('Answer '+status,Object.values(r.content??{})[0]?.schema)
    document.getElementById('list').append(d)
  }
}).catch(()=>{document.getElementById('about').textContent='openapi.json did not load. Reload to try again.'})
</script></body></html>`
