//! The page's policy, and that the tests would notice a violation of it.

use jejak_browser_tests::{Page, Trouble};

use crate::search::a_quote;

/// The policy of every page.
pub(crate) const POLICY: &str = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
     img-src 'self' data: blob:; connect-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'self'";

pub(crate) async fn every_page_has_it(page: Page) -> Result<(), Trouble> {
    let (id, _, _) = a_quote(&page)?;
    page.open("").await?;
    let policies = format!(
        "return Promise.all(['./', './artikel/{id}/', './404.html'].map(address => fetch(address)\
         .then(answer => answer.text()).then(text => new DOMParser().parseFromString(text, 'text/html')\
         .querySelector('meta[http-equiv=Content-Security-Policy]').content)))"
    );
    page.expect("the policies", &policies, vec![POLICY; 3]).await
}

/// Every other scenario trusts that a violation would fail it.
pub(crate) async fn a_violation_is_noticed(page: Page) -> Result<(), Trouble> {
    page.open("").await?;
    page.run(
        "const style = document.createElement('style'); style.textContent = 'p { color: red }'; \
              document.head.append(style)",
    )
    .await?;
    match page.check_console().await {
        Err(Trouble::Console(lines)) => {
            assert!(lines.iter().any(|line| line.contains("policy violation: style-src")), "{lines:?}");
            Ok(())
        }
        other => other.and(Err(Trouble::Unfit("console that notices a violation of the policy"))),
    }
}
