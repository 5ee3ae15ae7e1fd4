//! Every scenario, played in a browser on the built site in the folder that `JEJAK_SITE` names; `JEJAK_STAGED` names
//! the bundler's output that it was written from, so that the same app can carry other articles too, and `JEJAK_AXE`
//! the file of axe-core.
//!
//! `cargo xtask test` builds the site and names both. Run alone, nothing is played, and that is said.

mod axe;
mod brush;
mod built;
mod dates;
mod facets;
mod frames;
mod history;
mod keyboard;
mod lanes;
mod late;
mod missing;
mod offline;
mod parts;
mod policy;
mod quote;
mod reading;
mod reflow;
mod routes;
mod search;
mod settings;
mod shared;
mod start;
mod suggest;
mod timeline;
mod tree;

use std::env;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use jejak_browser_tests::{Driver, Stage, made, trial};
use libtest_mimic::{Arguments, Conclusion, Trial};
use shared::Expected;

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    match play(&arguments) {
        Ok(conclusion) => conclusion.exit_code(),
        Err(error) => {
            eprintln!("the browser tests could not start: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Plays everything; what was started has ended when this returns.
fn play(arguments: &Arguments) -> Result<Conclusion, Box<dyn Error>> {
    let folder = |variable| env::var_os(variable).map(PathBuf::from);
    let (Some(site), Some(staged)) = (folder("JEJAK_SITE"), folder("JEJAK_STAGED")) else {
        println!("skipped: no built site is named; `cargo xtask test` builds one and plays every scenario");
        return Ok(libtest_mimic::run(arguments, vec![]));
    };
    let driver = Arc::new(Driver::start()?);
    let stage = Arc::new(Stage::of(&site)?);
    let mut trials = on_the_built_site(&driver, &stage);
    trials.extend(with_axe(&driver, &stage, folder("JEJAK_AXE")));
    trials.extend(on_made_up_articles(&driver, &staged)?);
    trials.extend(on_sites_of_the_command(&driver, &staged)?);
    Ok(libtest_mimic::run(arguments, trials))
}

fn on_the_built_site(driver: &Arc<Driver>, site: &Arc<Stage>) -> Vec<Trial> {
    vec![
        trial("start::the_app_answers", driver, site, "/", start::the_app_answers),
        trial("start::the_parts_are_named_by_content", driver, site, "/", start::the_parts_are_named_by_content),
        trial("start::a_panic_shows_what_to_do", driver, site, "/", start::a_panic_shows_what_to_do),
        trial("search::words_of_a_quote_find_it", driver, site, "/", search::words_of_a_quote_find_it),
        trial("search::typing_answers_as_one_types", driver, site, "/", search::typing_answers_as_one_types),
        trial("search::nothing_found_is_said", driver, site, "/", search::nothing_found_is_said),
        trial("suggest::arrows_enter_escape", driver, site, "/", suggest::arrows_walk_enter_takes_and_escape_closes),
        trial("suggest::a_click_takes_a_suggestion", driver, site, "/", suggest::a_click_takes_a_suggestion),
        trial("suggest::a_name_brings_its_person", driver, site, "/", suggest::a_name_typed_brings_its_person_first),
        trial("facets::counts_are_what_a_click_delivers", driver, site, "/", facets::counts_are_what_a_click_delivers),
        trial("facets::including_and_excluding", driver, site, "/", facets::including_and_excluding),
        trial("dates::typed_dates_filter", driver, site, "/", dates::typed_dates_filter),
        trial("timeline::a_bar_filters", driver, site, "/", timeline::a_bar_filters),
        trial("timeline::keys_move_and_choose", driver, site, "/", timeline::keys_move_and_choose),
        trial("brush::mouse_touch_and_keys_agree", driver, site, "/", brush::mouse_touch_and_keys_agree),
        trial("brush::both_ends_are_held", driver, site, "/", brush::both_ends_are_held),
        trial("brush::a_tap_chooses_a_bar", driver, site, "/", brush::a_tap_chooses_a_bar),
        trial("brush::zooming_cuts_the_bars_anew", driver, site, "/", brush::zooming_cuts_the_bars_anew),
        trial("brush::the_table_says_the_same", driver, site, "/", brush::the_table_says_the_same),
        trial("lanes::scales_and_filters", driver, site, "/arsip/", lanes::scales_and_filters),
        trial("lanes::marks_stand_under_their_bars", driver, site, "/", lanes::marks_stand_under_their_bars),
        trial("quote::a_link_leads_to_the_words", driver, site, "/", quote::a_link_leads_to_the_words),
        trial("quote::a_copied_address_leads_to_the_words", driver, site, "/", quote::a_copied_address_leads_there),
        trial("reading::back_to_the_speaker", driver, site, "/", reading::a_statement_leads_back_to_its_speaker),
        trial("reading::one_speaker", driver, site, "/", reading::a_speaker_chosen_is_stepped_through),
        trial("history::back_and_reload_restore", driver, site, "/", history::back_and_reload_restore),
        trial("history::all_of_it_under_a_path", driver, site, "/arsip/", history::back_and_reload_restore),
        trial("routes::each_has_a_file", driver, site, "/", routes::each_has_a_file),
        trial("routes::each_can_be_reloaded", driver, site, "/", routes::each_can_be_reloaded),
        trial("routes::each_can_be_reloaded_under_a_path", driver, site, "/arsip/", routes::each_can_be_reloaded),
        trial("routes::each_link_leads_to_a_page", driver, site, "/arsip/", routes::each_link_leads_to_a_page),
        trial("missing::an_unknown_address_is_explained", driver, site, "/", missing::is_explained),
        trial("missing::under_a_path", driver, site, "/arsip/", missing::is_explained),
        trial("offline::it_goes_on_without_a_network", driver, site, "/", offline::it_goes_on),
        trial("settings::theme_is_kept", driver, site, "/", settings::theme_is_kept),
        trial("settings::language_is_kept", driver, site, "/", settings::language_is_kept),
        trial("keyboard::search_and_read", driver, site, "/", keyboard::search_and_read),
        trial("keyboard::filter", driver, site, "/", keyboard::filter),
        trial("reflow::no_sideways_scrolling", driver, site, "/", reflow::no_sideways_scrolling),
        trial("policy::every_page_has_it", driver, site, "/", policy::every_page_has_it),
        trial("policy::a_violation_is_noticed", driver, site, "/", policy::a_violation_is_noticed),
    ]
}

/// The checker of accessibility over the built site, once for each way a page may look.
fn with_axe(driver: &Arc<Driver>, site: &Arc<Stage>, axe: Option<PathBuf>) -> Vec<Trial> {
    let Some(axe) = axe else {
        println!("skipped: `JEJAK_AXE` names no axe-core, so pages are not checked for accessibility");
        return vec![];
    };
    let look = |(name, kept): (&str, &'static str)| {
        let axe = axe.clone();
        trial(&format!("axe::{name}"), driver, site, "/", move |page| async move {
            axe::finds_nothing(page, &axe, kept).await
        })
    };
    axe::LOOKS.into_iter().map(look).collect()
}

/// Archives made for what they are played for: small and the same for ever, and large.
fn on_made_up_articles(driver: &Arc<Driver>, staged: &Path) -> Result<Vec<Trial>, Box<dyn Error>> {
    let stage = |articles: usize| -> Result<Arc<Stage>, Box<dyn Error>> {
        let archive = jejak_archive::write(&made::archive(articles), &jejak_archive::NoStem);
        Ok(Arc::new(Stage::carrying(staged, &archive)?))
    };
    let (small, large) = (stage(40)?, stage(10_000)?);
    Ok(vec![
        trial("tree::of_the_timeline", driver, &small, "/", tree::of_the_timeline),
        trial("tree::of_the_page", driver, &small, "/", tree::of_the_page),
        trial("brush::on_many_articles", driver, &large, "/", brush::mouse_touch_and_keys_agree),
        trial("frames::drawing_keeps_up", driver, &large, "/", frames::drawing_keeps_up),
    ])
}

/// Sites as a publisher gets them: `jejak build` with the same app.
fn on_sites_of_the_command(driver: &Arc<Driver>, staged: &Path) -> Result<Vec<Trial>, Box<dyn Error>> {
    let own = Arc::new(Stage::built(staged, &built::articles()?, false)?);
    let mut trials = walk("own", driver, &own, &built::OWN);
    trials.extend([
        trial("own::under_a_path", driver, &own, "/arsip/", |page| shared::a_search_finds_the_quote(page, &built::OWN)),
        trial("own::an_address_of_old_leads_on", driver, &own, "/arsip/", built::an_address_of_old_leads_on),
        trial("own::the_archive_says_who_keeps_it", driver, &own, "/arsip/", built::the_archive_says_who_keeps_it),
    ]);
    trials.push(trial("own::what_was_removed", driver, &own, "/", reading::what_was_removed_is_shown_in_place));
    let beside = Arc::new(Stage::built(staged, &built::articles()?, true)?);
    trials.extend(walk("parts", driver, &beside, &built::OWN));
    trials.extend([
        trial("late::hits_do_not_wait_for_filters", driver, &beside, "/arsip/", late::hits_do_not_wait_for_filters),
        trial("late::the_head_comes_with_the_app", driver, &beside, "/arsip/", late::the_head_comes_with_the_app),
    ]);
    let stage = Arc::new(Stage::built(staged, &built::articles()?, true)?);
    let folder = stage.folder().to_owned();
    trials.push(trial("late::lost_filters_leave_the_hits", driver, &stage, "/", move |page| {
        late::lost_filters_leave_the_hits(page, folder)
    }));
    let stage = Arc::new(Stage::built(staged, &built::articles()?, true)?);
    let folder = stage.folder().to_owned();
    trials.push(trial("late::a_head_of_old_is_passed_by", driver, &stage, "/", move |page| {
        late::a_head_of_old_is_passed_by(page, folder)
    }));
    for (name, damage) in [("cut", parts::Damage::Cut), ("gone", parts::Damage::Gone), ("newer", parts::Damage::Newer)]
    {
        let stage = Arc::new(Stage::built(staged, &built::articles()?, true)?);
        let folder = stage.folder().to_owned();
        trials.push(trial(&format!("parts::{name}"), driver, &stage, "/", move |page| {
            parts::a_lost_part_is_said(page, folder.clone(), damage)
        }));
    }
    let articles = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/articles");
    if articles.is_dir() {
        trials.extend(walk("shared", driver, &Arc::new(Stage::built(staged, &articles, false)?), &shared::SHARED));
    } else {
        println!("skipped: ../shared/articles is not beside this checkout, so nothing is played on it");
    }
    Ok(trials)
}

/// The walk of a visitor through a site of which it is known what is in it.
fn walk(name: &str, driver: &Arc<Driver>, site: &Arc<Stage>, expected: &'static Expected) -> Vec<Trial> {
    let named = |what: &str| format!("{name}::{what}");
    vec![
        trial(&named("a_search_finds_the_quote"), driver, site, "/", |page| {
            shared::a_search_finds_the_quote(page, expected)
        }),
        trial(&named("a_person_filters"), driver, site, "/", |page| shared::a_person_filters(page, expected)),
        trial(&named("a_year_filters"), driver, site, "/", |page| shared::a_year_filters(page, expected)),
        trial(&named("every_article_can_be_read"), driver, site, "/", |page| {
            shared::every_article_can_be_read(page, expected)
        }),
        trial(&named("a_person_has_a_page"), driver, site, "/", |page| shared::a_person_has_a_page(page, expected)),
    ]
}
