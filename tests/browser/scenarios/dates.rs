//! Filtering by typed dates.

use jejak_archive::{Date, Query};
use jejak_browser_tests::{Page, Trouble};

/// Two days that leave some articles out at both ends.
pub(crate) fn two_days(page: &Page) -> Result<(Date, Date), Trouble> {
    let mut days: Vec<Date> =
        page.ask(|engine| (0..engine.len()).filter_map(|index| engine.head(index)?.date).collect())?;
    days.sort_unstable();
    days.dedup();
    match days.as_slice() {
        [_, from, .., to, _] => Ok((*from, *to)),
        _ => Err(Trouble::Unfit("four different days")),
    }
}

/// An empty field shows no pattern of another language before one types there.
pub(crate) async fn an_empty_field_shows_no_pattern(page: Page) -> Result<(), Trouble> {
    page.open("").await?;
    page.expect_answer_to(&Query::default()).await?;
    let filled = "return [...document.querySelectorAll('.date input')].map(field =>         getComputedStyle(field).webkitTextFillColor === 'rgba(0, 0, 0, 0)')";
    page.expect("whether its pattern is hidden", filled, vec![true, true]).await?;
    page.run("document.querySelector('input[name=sejak]').focus()").await?;
    page.expect("whether its pattern is hidden", filled, vec![false, true]).await?;
    let (from, _) = two_days(&page)?;
    page.open(&format!("?sejak={from}")).await?;
    page.expect("whether its pattern is hidden", filled, vec![false, true]).await?;
    let said =
        "return [...document.querySelectorAll('.date')].map(field => field.querySelector('.date-said') !== null)";
    page.expect("whether the day is said in words", said, vec![true, false]).await
}

pub(crate) async fn typed_dates_filter(page: Page) -> Result<(), Trouble> {
    let (from, to) = two_days(&page)?;
    page.open("").await?;
    let all = page.expect_answer_to(&Query::default()).await?;
    page.type_day("input[name=sejak]", from).await?;
    let since = Query { from: Some(from), ..Query::default() };
    let kept = page.expect_answer_to(&since).await?;
    assert!(kept.total < all.total);
    page.type_day("input[name=sampai]", to).await?;
    let both = page.expect_answer_to(&Query { to: Some(to), ..since.clone() }).await?;
    assert!(both.total < kept.total);
    let address = "const all = new URL(location).searchParams; return [all.get('sejak'), all.get('sampai')]";
    page.expect("the dates in the address", address, vec![from.to_string(), to.to_string()]).await?;

    page.reload().await?;
    page.expect_answer(&both).await?;
    let fields = "return ['sejak', 'sampai'].map(name => document.querySelector(`input[name=${name}]`).value)";
    page.expect("the fields after a reload", fields, vec![from.to_string(), to.to_string()]).await?;

    // One typed date is one step: half-typed years on the way are none.
    page.back().await?;
    page.expect_answer(&kept).await?;
    page.back().await?;
    page.expect_answer(&all).await
}
