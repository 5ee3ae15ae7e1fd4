//! The list of what is played, and on what.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jejak_browser_tests::{Kind, Stage, made, trial};
use libtest_mimic::Trial;

use crate::shared::{Expected, SHARED};
use crate::{
    axe, brush, built, dates, facets, frames, history, keyboard, lanes, late, missing, offline, parts, policy, quote,
    reading, reflow, routes, search, settings, shared, start, suggest, timeline, tree,
};

type Outcome<T> = Result<T, Box<dyn Error>>;

/// The sites that are played on in every browser.
pub(crate) struct Stages {
    /// The built site, with the default archive.
    site: Arc<Stage>,
    /// Archives made for what they are played for: small and the same for ever, and large.
    small: Arc<Stage>,
    large: Arc<Stage>,
    /// Sites as a publisher gets them, by `jejak build` with the same app: carried, and in parts.
    own: Arc<Stage>,
    beside: Arc<Stage>,
    /// The articles beside the project, where they are.
    shared: Option<Arc<Stage>>,
    staged: PathBuf,
    axe: Option<PathBuf>,
}

impl Stages {
    /// Writes all that is not there yet.
    pub(crate) fn set(site: &Path, staged: PathBuf, axe: Option<PathBuf>) -> Outcome<Self> {
        let made = |articles: usize| -> Outcome<Arc<Stage>> {
            let archive = jejak_archive::write(&made::archive(articles), &jejak_archive::NoStem);
            Ok(Arc::new(Stage::carrying(&staged, &archive)?))
        };
        let articles = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/articles");
        let shared = if articles.is_dir() {
            Some(Arc::new(Stage::built(&staged, &articles, false)?))
        } else {
            println!("skipped: ../shared/articles is not beside this checkout, so nothing is played on it");
            None
        };
        if axe.is_none() {
            println!("skipped: `JEJAK_AXE` names no axe-core, so pages are not checked for accessibility");
        }
        Ok(Self {
            site: Arc::new(Stage::of(site)?),
            small: made(40)?,
            large: made(10_000)?,
            own: Arc::new(Stage::built(&staged, &built::articles()?, false)?),
            beside: Arc::new(Stage::built(&staged, &built::articles()?, true)?),
            shared,
            staged,
            axe,
        })
    }

    /// A site in parts that a scenario may damage.
    fn fragile(&self) -> Outcome<(Arc<Stage>, PathBuf)> {
        let stage = Arc::new(Stage::built(&self.staged, &built::articles()?, true)?);
        let folder = stage.folder().to_owned();
        Ok((stage, folder))
    }
}

/// Everything that is played, in one browser.
pub(crate) fn all(kind: Kind, stages: &Stages) -> Outcome<Vec<Trial>> {
    let mut trials = on_the_built_site(kind, &stages.site);
    trials.extend(with_axe(kind, stages));
    trials.extend(on_made_up_articles(kind, stages));
    trials.extend(on_sites_of_the_command(kind, stages));
    trials.extend(on_damaged_sites(kind, stages)?);
    Ok(trials)
}

fn on_the_built_site(kind: Kind, site: &Arc<Stage>) -> Vec<Trial> {
    vec![
        trial("start::the_app_answers", kind, site, "/", start::the_app_answers),
        trial("start::the_parts_are_named_by_content", kind, site, "/", start::the_parts_are_named_by_content),
        trial("start::a_panic_shows_what_to_do", kind, site, "/", start::a_panic_shows_what_to_do),
        trial("search::words_of_a_quote_find_it", kind, site, "/", search::words_of_a_quote_find_it),
        trial("search::typing_answers_as_one_types", kind, site, "/", search::typing_answers_as_one_types),
        trial("search::nothing_found_is_said", kind, site, "/", search::nothing_found_is_said),
        trial("suggest::arrows_enter_escape", kind, site, "/", suggest::arrows_walk_enter_takes_and_escape_closes),
        trial("suggest::a_click_takes_a_suggestion", kind, site, "/", suggest::a_click_takes_a_suggestion),
        trial("suggest::a_name_brings_its_person", kind, site, "/", suggest::a_name_typed_brings_its_person_first),
        trial("facets::counts_are_what_a_click_delivers", kind, site, "/", facets::counts_are_what_a_click_delivers),
        trial("facets::including_and_excluding", kind, site, "/", facets::including_and_excluding),
        trial("dates::typed_dates_filter", kind, site, "/", dates::typed_dates_filter),
        trial("timeline::a_bar_filters", kind, site, "/", timeline::a_bar_filters),
        trial("timeline::keys_move_and_choose", kind, site, "/", timeline::keys_move_and_choose),
        trial("brush::mouse_touch_and_keys_agree", kind, site, "/", brush::mouse_touch_and_keys_agree),
        trial("brush::both_ends_are_held", kind, site, "/", brush::both_ends_are_held),
        trial("brush::a_tap_chooses_a_bar", kind, site, "/", brush::a_tap_chooses_a_bar),
        trial("brush::zooming_cuts_the_bars_anew", kind, site, "/", brush::zooming_cuts_the_bars_anew),
        trial("brush::the_table_says_the_same", kind, site, "/", brush::the_table_says_the_same),
        trial("lanes::scales_and_filters", kind, site, "/arsip/", lanes::scales_and_filters),
        trial("lanes::marks_stand_under_their_bars", kind, site, "/", lanes::marks_stand_under_their_bars),
        trial("quote::a_link_leads_to_the_words", kind, site, "/", quote::a_link_leads_to_the_words),
        trial("quote::a_copied_address_leads_to_the_words", kind, site, "/", quote::a_copied_address_leads_there),
        trial("reading::back_to_the_speaker", kind, site, "/", reading::a_statement_leads_back_to_its_speaker),
        trial("reading::one_speaker", kind, site, "/", reading::a_speaker_chosen_is_stepped_through),
        trial("history::back_and_reload_restore", kind, site, "/", history::back_and_reload_restore),
        trial("history::all_of_it_under_a_path", kind, site, "/arsip/", history::back_and_reload_restore),
        trial("routes::each_has_a_file", kind, site, "/", routes::each_has_a_file),
        trial("routes::each_can_be_reloaded", kind, site, "/", routes::each_can_be_reloaded),
        trial("routes::each_can_be_reloaded_under_a_path", kind, site, "/arsip/", routes::each_can_be_reloaded),
        trial("routes::each_link_leads_to_a_page", kind, site, "/arsip/", routes::each_link_leads_to_a_page),
        trial("missing::an_unknown_address_is_explained", kind, site, "/", missing::is_explained),
        trial("missing::under_a_path", kind, site, "/arsip/", missing::is_explained),
        trial("offline::it_goes_on_without_a_network", kind, site, "/", offline::it_goes_on),
        trial("settings::theme_is_kept", kind, site, "/", settings::theme_is_kept),
        trial("settings::language_is_kept", kind, site, "/", settings::language_is_kept),
        trial("keyboard::search_and_read", kind, site, "/", keyboard::search_and_read),
        trial("keyboard::filter", kind, site, "/", keyboard::filter),
        trial("reflow::no_sideways_scrolling", kind, site, "/", reflow::no_sideways_scrolling),
        trial("policy::every_page_has_it", kind, site, "/", policy::every_page_has_it),
        trial("policy::a_violation_is_noticed", kind, site, "/", policy::a_violation_is_noticed),
    ]
}

/// The checker of accessibility over the built site, once for each way a page may look.
fn with_axe(kind: Kind, stages: &Stages) -> Vec<Trial> {
    let Some(axe) = &stages.axe else { return vec![] };
    let look = |(name, kept): (&str, &'static str)| {
        let axe = axe.clone();
        trial(&format!("axe::{name}"), kind, &stages.site, "/", move |page| async move {
            axe::finds_nothing(page, &axe, kept).await
        })
    };
    axe::LOOKS.into_iter().map(look).collect()
}

fn on_made_up_articles(kind: Kind, stages: &Stages) -> Vec<Trial> {
    let (small, large) = (&stages.small, &stages.large);
    vec![
        trial("tree::of_the_timeline", kind, small, "/", tree::of_the_timeline),
        trial("tree::of_the_page", kind, small, "/", tree::of_the_page),
        trial("brush::on_many_articles", kind, large, "/", brush::mouse_touch_and_keys_agree),
        trial("frames::drawing_keeps_up", kind, large, "/", frames::drawing_keeps_up),
    ]
}

fn on_sites_of_the_command(kind: Kind, stages: &Stages) -> Vec<Trial> {
    let (own, beside) = (&stages.own, &stages.beside);
    let mut trials = walk("own", kind, own, &built::OWN);
    trials.extend([
        trial("own::under_a_path", kind, own, "/arsip/", |page| shared::a_search_finds_the_quote(page, &built::OWN)),
        trial("own::an_address_of_old_leads_on", kind, own, "/arsip/", built::an_address_of_old_leads_on),
        trial("own::the_archive_says_who_keeps_it", kind, own, "/arsip/", built::the_archive_says_who_keeps_it),
        trial("own::what_was_removed", kind, own, "/", reading::what_was_removed_is_shown_in_place),
    ]);
    trials.extend(walk("parts", kind, beside, &built::OWN));
    trials.extend([
        trial("late::hits_do_not_wait_for_filters", kind, beside, "/arsip/", late::hits_do_not_wait_for_filters),
        trial("late::the_head_comes_with_the_app", kind, beside, "/arsip/", late::the_head_comes_with_the_app),
    ]);
    if let Some(shared) = &stages.shared {
        trials.extend(walk("shared", kind, shared, &SHARED));
    }
    trials
}

/// Each on a site of its own, which it damages.
fn on_damaged_sites(kind: Kind, stages: &Stages) -> Outcome<Vec<Trial>> {
    let mut trials = Vec::new();
    let (stage, folder) = stages.fragile()?;
    trials.push(trial("late::lost_filters_leave_the_hits", kind, &stage, "/", move |page| {
        late::lost_filters_leave_the_hits(page, folder)
    }));
    let (stage, folder) = stages.fragile()?;
    trials.push(trial("late::a_head_of_old_is_passed_by", kind, &stage, "/", move |page| {
        late::a_head_of_old_is_passed_by(page, folder)
    }));
    for (name, damage) in [("cut", parts::Damage::Cut), ("gone", parts::Damage::Gone), ("newer", parts::Damage::Newer)]
    {
        let (stage, folder) = stages.fragile()?;
        trials.push(trial(&format!("parts::{name}"), kind, &stage, "/", move |page| {
            parts::a_lost_part_is_said(page, folder.clone(), damage)
        }));
    }
    Ok(trials)
}

/// The walk of a visitor through a site of which it is known what is in it.
fn walk(name: &str, kind: Kind, site: &Arc<Stage>, expected: &'static Expected) -> Vec<Trial> {
    let named = |what: &str| format!("{name}::{what}");
    vec![
        trial(&named("a_search_finds_the_quote"), kind, site, "/", |page| {
            shared::a_search_finds_the_quote(page, expected)
        }),
        trial(&named("a_person_filters"), kind, site, "/", |page| shared::a_person_filters(page, expected)),
        trial(&named("a_year_filters"), kind, site, "/", |page| shared::a_year_filters(page, expected)),
        trial(&named("every_article_can_be_read"), kind, site, "/", |page| {
            shared::every_article_can_be_read(page, expected)
        }),
        trial(&named("a_person_has_a_page"), kind, site, "/", |page| shared::a_person_has_a_page(page, expected)),
    ]
}
