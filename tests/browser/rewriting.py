"""What extensions do to a page, as scripts: each begins with what stands there and goes on with whatever the page adds."""

# A translator: `html` gets another language and a class, each text becomes a `font` in a `font` in its place.
TRANSLATED = """
    html.lang = 'fr'; html.classList.add('translated-ltr');
    const rewrite = (text) => {
        const outer = document.createElement('font'), inner = document.createElement('font');
        outer.style.verticalAlign = inner.style.verticalAlign = 'inherit';
        inner.textContent = `⟦${text.data}⟧`;
        outer.append(inner);
        text.replaceWith(outer);
    };"""
# One that leaves the page's words and puts its own beside them.
BESIDE = """
    html.setAttribute('imt-state', 'dual');
    const rewrite = (text) => {
        const more = document.createElement('font');
        more.className = 'notranslate immersive-translate-target-wrapper';
        more.textContent = '⟦⟧';
        text.after(more);
    };"""
# A reader for the dyslexic: the first half of each word is bold, each word stands in a span.
EMBOLDENED = """
    const rewrite = (text) => {
        const parts = text.data.split(/(\\s+)/).map((word) => {
            const span = document.createElement('span'), half = document.createElement('b');
            half.textContent = word.slice(0, Math.ceil(word.length / 2));
            span.append(half, word.slice(Math.ceil(word.length / 2)));
            return span;
        });
        text.replaceWith(...parts);
    };"""
TEXTS = """
    const done = new WeakSet(), of = (node) => {
        const walk = document.createTreeWalker(node, NodeFilter.SHOW_TEXT), texts = node.nodeType === Node.TEXT_NODE ? [node] : [];
        while (walk.nextNode()) texts.push(walk.currentNode);
        for (const text of texts) {
            const within = text.parentNode;
            if (!text.data.trim() || !within || within.closest('svg, style, script, font, b, textarea') || done.has(within)) continue;
            if (text.data.includes('⟦') || done.has(text)) continue;
            done.add(text);
            rewrite(text);
            if (text.parentNode !== within) done.add(text.parentNode ?? text);
            window.rewritten = (window.rewritten ?? 0) + 1;
        }
    };
    of(document.body);
    const watch = new MutationObserver((records) => {
        watch.disconnect();
        for (const { addedNodes } of records) for (const node of addedNodes) if (node.isConnected && !node.parentNode.closest('font, b, span:has(> b)')) of(node);
        look();
    });
    const look = () => watch.observe(document.body, { childList: true, subtree: true });
    look();"""
# A dark mode: sheets of its own behind each of the page's and at the end of `head`, attributes and inline styles on whatever has a colour.
DARKENED = """
    const put = (name, text, behind) => {
        const style = document.createElement('style');
        style.className = `darkreader darkreader--${name}`;
        style.media = 'screen';
        style.textContent = text;
        behind ? behind.after(style) : document.head.append(style);
    };
    html.dataset.darkreaderMode = 'dynamic'; html.dataset.darkreaderScheme = 'dark'; html.dataset.darkreaderProxyInjected = 'true';
    put('user-agent', 'html { background-color: #181a1b !important } html, body, input, button { border-color: #736b5e; color: #e8e6e3 }');
    put('inline', '[data-darkreader-inline-color] { color: var(--darkreader-inline-color) !important } [data-darkreader-inline-fill] { fill: var(--darkreader-inline-fill) !important }');
    put('invert', 'html { filter: brightness(95%) contrast(90%) }');
    document.querySelectorAll('link[rel=stylesheet]').forEach((sheet) => put('sync', 'body { color: #e8e6e3 }', sheet));
    const darken = (one) => {
        if (!(one instanceof Element) || one.closest('head')) return;
        for (const [name, value] of [['color', one.style?.color], ['bgcolor', one.style?.backgroundColor], ['fill', one.getAttribute('fill')], ['stroke', one.getAttribute('stroke')]]) {
            if (!value || one.hasAttribute(`data-darkreader-inline-${name}`)) continue;
            one.setAttribute(`data-darkreader-inline-${name}`, '');
            one.style.setProperty(`--darkreader-inline-${name}`, '#e8e6e3');
            window.rewritten = (window.rewritten ?? 0) + 1;
        }
    };
    const all = (node) => node instanceof Element && [node, ...node.querySelectorAll('*')].forEach(darken);
    all(document.body);
    new MutationObserver((records) => records.forEach((record) => record.type === 'attributes' ? darken(record.target) : record.addedNodes.forEach(all)))
        .observe(document.documentElement, { childList: true, subtree: true, attributes: true, attributeFilter: ['style', 'fill', 'stroke'] });"""
# Writing aids: elements of their own in `body` and at its end, attributes on it.
ATTACHED = """
    document.body.dataset.newGrCSCheckLoaded = '14.1'; document.body.setAttribute('cz-shortcut-listen', 'true');
    const own = document.createElement('grammarly-desktop-integration');
    own.attachShadow({ mode: 'open' }).innerHTML = '<div>own</div>';
    html.append(own); document.body.prepend(document.createElement('plasmo-csui'));
    window.rewritten = 1;"""


def begun(name: str) -> str:
    """The script of an extension, as the body of a function."""
    own = {"translated": TRANSLATED, "beside": BESIDE, "emboldened": EMBOLDENED, "darkened": DARKENED, "attached": ATTACHED}[name]
    return f"const html = document.documentElement;{own}{TEXTS if 'rewrite =' in own else ''}"


NAMES = ("translated", "beside", "emboldened", "darkened", "attached")
MARKS = str.maketrans("", "", "⟦⟧")
