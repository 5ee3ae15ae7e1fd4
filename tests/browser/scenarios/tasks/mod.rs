//! Ten tasks as a reporter would do them, by clicks and keys only, each with the number of steps that it takes.
//!
//! A step is a click, a field that is typed into, or a key that is pressed; looking is none. How many a task takes is written
//! where it is listed, and printed: a change of the interface that makes a way longer shows here. All begin on the front page of
//! the default archive.

mod finding;
mod taking;

use std::cell::Cell;

use fantoccini::key::Key;
use jejak_archive::Date;
use jejak_browser_tests::{Page, Trouble};
use serde_json::Value;

pub(crate) use finding::{
    by_kind_and_confidence, in_the_busiest_month, offices_of_a_person, one_topic_without_one_outlet, who_says_it_most,
};
pub(crate) use taking::{
    a_citable_link, a_search_to_come_back_to, an_article_by_keys, clippings_of_two_questions, statements_of_a_year,
};

/// Who does a task: counts each step.
pub(crate) struct Reporter {
    page: Page,
    task: &'static str,
    steps: Cell<u32>,
}

impl Reporter {
    /// Comes to the front page.
    pub(crate) async fn arrive(page: Page, task: &'static str) -> Result<Self, Trouble> {
        page.open("").await?;
        Ok(Self { page, task, steps: Cell::new(0) })
    }

    fn step(&self) {
        self.steps.set(self.steps.get() + 1);
    }

    /// Clicks what is to be seen; what is in sight is not scrolled, or another statement would come under the pointer.
    pub(crate) async fn click(&self, selector: &str) -> Result<(), Trouble> {
        self.step();
        Ok(self.page.find(selector).await?.click().await?)
    }

    /// Types into the search field of the page, in place of what stands there.
    pub(crate) async fn search(&self, words: &str) -> Result<(), Trouble> {
        self.step();
        let field = self.page.find("main [role=search] input[type=search]").await?;
        // Two turns: Firefox holds the key down for all of one.
        field.send_keys(&format!("{}a", char::from(Key::Control))).await?;
        Ok(field.send_keys(words).await?)
    }

    /// Types a day into a field of dates.
    pub(crate) async fn day(&self, selector: &str, day: Date) -> Result<(), Trouble> {
        self.step();
        self.page.type_day(selector, day).await
    }

    /// Presses a key.
    pub(crate) async fn key(&self, key: Key) -> Result<(), Trouble> {
        self.step();
        self.page.press(key).await
    }

    /// Presses the key of a letter.
    pub(crate) async fn letter(&self, letter: char) -> Result<(), Trouble> {
        self.step();
        self.page.type_keys(&letter.to_string()).await
    }

    /// Presses Tab until the focus is on what the selector names.
    pub(crate) async fn tab_to(&self, selector: &str) -> Result<(), Trouble> {
        let there = format!("return document.activeElement.matches(\"{selector}\")");
        for _ in 0..40 {
            self.key(Key::Tab).await?;
            if self.page.run(&there).await? == true {
                return Ok(());
            }
        }
        self.page.expect(&format!("the focus on {selector}"), &there, true).await
    }

    /// Looks until the page shows what is expected.
    pub(crate) async fn sees(&self, what: &str, script: &str, expected: impl Into<Value>) -> Result<(), Trouble> {
        self.page.expect(what, script, expected).await
    }

    /// Tells how many steps it took; fails where these are more than are known.
    pub(crate) fn done(self, known: u32) -> Result<(), Trouble> {
        let steps = self.steps.get();
        println!("{}: {steps} steps: {}", self.page.beyond().kind().name(), self.task);
        assert!(steps <= known, "{}: {steps} steps, and not {known}", self.task);
        Ok(())
    }
}
