//! On the narrowest screen that WCAG 2.2 (1.4.10) asks for, nothing needs scrolling sideways.

use jejak_browser_tests::{Page, Trouble};

use crate::search::a_quote;

const WIDTH: u32 = 320;

/// On each kind of page, in the states that are widest, with everything unfolded, in a language: `kept` is how the settings are kept.
pub(crate) async fn no_sideways_scrolling(page: Page, kept: &str) -> Result<(), Trouble> {
    let (id, words, anchor) = a_quote(&page)?;
    page.beyond().resize(WIDTH, 640).await?;
    let parameter = words.replace(' ', "+");
    page.open("").await?;
    page.run(&format!("localStorage.setItem('jejak:settings', '{kept}')")).await?;
    let mut addresses = vec![
        format!("?q={parameter}&sejak=2020-01-01&sampai=2026-12-31"),
        "?q=tidakadakataini&tokoh=-tidak-ada".to_owned(),
        "kutipan/?kelompok=tokoh".to_owned(),
        "linimasa/?skala=bulan".to_owned(),
        format!("artikel/{id}/#{anchor}"),
    ];
    addresses.extend(page.some_addresses(1)?.into_iter().map(|(address, _)| address));
    for address in addresses {
        page.open(&address).await?;
        page.run("document.querySelectorAll('details').forEach(part => part.open = true)").await?;
        // Names what sticks out, unless it scrolls inside a box of its own or is cut off there.
        // The window's own width grows with what sticks out of it.
        let out = format!("const wide = {WIDTH} + 1; ")
            + "const own = part => { for (let box = part.parentElement; box && box !== document.body; \
            box = box.parentElement) if (getComputedStyle(box).overflowX !== 'visible') return true; return false; };\
            const out = [...document.body.querySelectorAll('*')].filter(part => \
            part.getBoundingClientRect().right > wide && !own(part));\
            return [document.documentElement.scrollWidth, ...new Set(out.map(part => part.getAttribute('class') || part.tagName))]";
        page.expect(&format!("width and what sticks out of `{address}`"), &out, vec![WIDTH]).await?;
    }
    Ok(())
}
