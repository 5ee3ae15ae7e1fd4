//! What an article says: dates, people and their offices, statements, places, laws, topics, the occasion.
//!
//! WHY per article first: everything here needs one article only, so articles can be worked on apart from one another;
//! bringing their people together is the next step's work (`link`). `names` asks who is named, `offices` what they are,
//! `statements` who said what; each file here is one other thing that a text shows.

pub(crate) mod dates;
pub(crate) mod names;
pub(crate) mod offices;
pub(crate) mod organisations;
mod phrases;
mod places;
mod regulations;
mod statements;
pub(crate) mod title;
pub(crate) mod topics;
mod when;

use std::ops::Range;

use jejak_archive::Date;
use jejak_archive::model::{EventKind, How, PlaceKind, PrintedDate, QuoteKind, Span, Standing};

use serde::{Deserialize, Serialize};

use crate::clean::{Cleaned, clean};
use crate::lexicon::CueForm;
use crate::read::Source;
use crate::text::Text;
use crate::within::Within as _;
use crate::within::mark;
use statements::confidence::Doubt;
use statements::focus::Cues;
use statements::scene::{Scene, Who};

/// An article with everything found in it; indices point into its own lists.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Annotated {
    /// Headline, as given, as printed or derived.
    pub title: Option<String>,
    /// Whether it was made from the lead.
    pub title_derived: bool,
    /// The day it is filed under: published, else the event's.
    pub date: Option<Date>,
    /// The day of publication.
    pub published: Option<Date>,
    /// Dates printed, by position.
    pub dates: Vec<PrintedDate>,
    /// The outlet: as given, else as the dateline names it.
    pub publisher: Option<String>,
    /// Who wrote it: as given, else as printed.
    pub byline: Vec<String>,
    /// The clean text with what was taken out.
    pub cleaned: Cleaned,
    /// People, in the order in which they are first named.
    pub people: Vec<PersonNote>,
    /// Statements, by position.
    pub quotes: Vec<QuoteNote>,
    /// Organisations, in the order in which they are first named.
    pub organisations: Vec<EntityNote>,
    /// Places, in the order in which they are first named.
    pub places: Vec<(EntityNote, PlaceKind)>,
    /// Legal texts, in the order in which they are first named.
    pub regulations: Vec<RegulationNote>,
    /// Topics, the strongest first.
    pub topics: Vec<String>,
    /// The kind of occasion.
    pub event: Option<EventKind>,
    /// Phrases that may be topics of the archive.
    pub(crate) phrases: crate::phrases::Gathered,
}

/// A person of one article.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonNote {
    /// The fullest form of the name.
    pub name: String,
    /// Other forms, sorted.
    pub aliases: Vec<String>,
    /// Honorifics, ranks and degrees as printed, sorted.
    pub honorifics: Vec<String>,
    /// Offices, in the order in which they are first named.
    pub roles: Vec<RoleNote>,
    /// Where the person is named.
    pub mentions: Vec<Span>,
    /// By what the person is known across the archive, where those who keep it say so.
    pub(crate) given: Option<String>,
}

/// An office of one person in one article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoleNote {
    /// The words as printed where it first stands beside the name.
    pub as_printed: String,
    /// Normal form.
    pub office: String,
    /// Where it is held.
    pub organisation: Option<String>,
    /// In what standing.
    pub standing: Standing,
    /// The day on which the article says that its holder was sworn in.
    pub since: Option<Date>,
}

/// An organisation or a place of one article.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntityNote {
    /// Fullest form of the name.
    pub name: String,
    /// Other forms.
    pub aliases: Vec<String>,
    /// Where it is named.
    pub mentions: Vec<Span>,
}

/// A legal text named in one article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegulationNote {
    /// As printed.
    pub as_printed: String,
    /// Kind in its normal form.
    pub kind: String,
    /// Number.
    pub number: Option<u32>,
    /// Year.
    pub year: Option<u16>,
    /// Where.
    pub span: Span,
}

/// Who speaks, by index into the article's own lists.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum SpeakerNote {
    /// A person.
    Person(usize),
    /// An organisation.
    Organisation(usize),
    /// Only a role is named in the whole article, as printed.
    Role(String),
}

/// A statement of one article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuoteNote {
    /// Its words in the clean text.
    pub span: Span,
    /// Word for word or reported.
    pub kind: QuoteKind,
    /// Who said it.
    pub speaker: Option<SpeakerNote>,
    /// The role as printed.
    pub role: Option<String>,
    /// The cue.
    pub cue: Option<Span>,
    /// By what the speaker was found.
    pub how: Option<How>,
    /// Spans from the cue back to the name, nearest first.
    pub chain: Vec<Span>,
    /// How sure, in hundredths.
    pub confidence: u8,
}

impl Annotated {
    /// The day of what the article reports: the first date of a happening, else of a statement.
    #[must_use]
    pub fn event_date(&self) -> Option<Date> {
        when::event(&self.dates, &Text::new(&self.cleaned.text), self.published)
    }

    /// The name and kind of who speaks one of its statements. Where only a role is named nobody is: the role stands in its own field.
    #[must_use]
    pub fn speaker<'a>(&'a self, quote: &'a QuoteNote) -> (Option<&'a str>, Option<&'static str>) {
        match &quote.speaker {
            Some(SpeakerNote::Person(person)) => {
                (self.people.get(*person).map(|person| person.name.as_str()), Some("person"))
            }
            Some(SpeakerNote::Organisation(body)) => {
                (self.organisations.get(*body).map(|body| body.name.as_str()), Some("organisation"))
            }
            Some(SpeakerNote::Role(_)) => (None, Some("role")),
            None => (None, None),
        }
    }
}

/// Cleans and annotates one article.
#[must_use]
pub fn annotate(source: &Source) -> Annotated {
    let cleaned = clean(source);
    let published = source.fields.date.or(cleaned.printed);
    let given_title = source.fields.title.clone().or_else(|| cleaned.title.clone());
    let title_text = given_title.clone().unwrap_or_default();
    let headline = Text::new(&title_text);
    let text = Text::below(&cleaned.text, Some(&headline));

    let mut people = names::people::find(&text);
    names::called::in_headline(&headline, &mut people.people);
    let taken = taken_words(&text, &people);
    let is_taken = |index: usize| taken.get(index) == Some(&true);
    let organisations = organisations::find(&text, &is_taken);
    let stretches = statements::quotes::stretches(&text);
    people.share_offices(&text);
    resolve_offices(&text, &mut people);
    // Which stretches are statements decides what is hidden from the cues, so that is judged once before.
    let scene = Scene::new(&text, &people, &organisations, &stretches);
    let cues = Cues::find(&scene);
    let chosen = statements::attribution::attribute(&scene, &cues, &stretches);
    #[expect(clippy::indexing_slicing, reason = "what was chosen of the stretches is named by their places")]
    let statements: Vec<statements::quotes::Stretch> =
        chosen.iter().map(|(index, _)| stretches[*index].clone()).collect();
    let scene = Scene::new(&text, &people, &organisations, &statements);
    let cues = Cues::find(&scene);
    let chosen = statements::attribution::attribute(&scene, &cues, &statements);

    #[expect(clippy::indexing_slicing, reason = "what was chosen of the statements is named by their places")]
    let mut notes: Vec<QuoteNote> = chosen
        .iter()
        .map(|(index, attribution)| direct(&scene, &statements[*index], attribution))
        .chain(statements::reported::find(&scene, &cues).iter().map(|report| reported_note(&scene, report)))
        .collect();
    notes.sort_by_key(|note| (note.span, note.kind));

    let places = places::find(&text, &is_taken);
    let dates = when::print(&text, published, source.fields.date, &notes);
    let mut known = person_notes(&text, &people);
    offices::terms::note(&text, &dates, &mut known);
    let event_day = when::event(&dates, &text, published);
    let derived = given_title.is_none();
    let regulations = regulations::find(&text);
    let mut named = taken;
    for words in organisations.iter().flat_map(|body| &body.mentions) {
        mark(&mut named, words.clone());
    }
    Annotated {
        phrases: crate::phrases::gather(&headline, &text, &named),
        title: given_title.or_else(|| title::derive(&text)),
        title_derived: derived,
        date: published.or(event_day),
        published,
        dates,
        publisher: source.fields.source.clone().or_else(|| cleaned.publisher.clone()),
        byline: source.fields.author.clone().map_or_else(|| cleaned.byline.clone(), |author| vec![author]),
        people: known,
        organisations: organisations.iter().map(|body| organisation_note(&text, body)).collect(),
        places: place_notes(&places),
        regulations: regulations.iter().map(|law| regulation_note(&text, law)).collect(),
        topics: topics::topics(&headline, &text),
        event: topics::event(&headline, &text),
        quotes: notes,
        cleaned,
    }
}

/// Which words belong to a person or an office.
fn taken_words(text: &Text<'_>, people: &names::people::People) -> Vec<bool> {
    let mut taken = vec![false; text.words.len()];
    for mention in &people.mentions {
        mark(&mut taken, mention.words.clone());
    }
    for role in people.roles.iter().filter(|role| role.holder.is_some()) {
        mark(&mut taken, role.words.clone());
    }
    taken
}

/// Offices printed without a name are their holder's: the person whom the article shows in that office.
#[expect(clippy::indexing_slicing, reason = "offices are counted here, and none is added or taken away meanwhile")]
fn resolve_offices(text: &Text<'_>, people: &mut names::people::People) {
    let held: Vec<(usize, usize)> =
        people.roles.iter().enumerate().filter_map(|(index, role)| Some((index, role.holder?))).take(400).collect();
    for index in 0..people.roles.len() {
        if people.roles[index].holder.is_some() {
            continue;
        }
        let role = &people.roles[index];
        let fits = |other: &offices::roles::RoleMention| {
            offices::roles::same_office(&role.office, &other.office)
                && offices::roles::same_body(role.organisation.as_deref(), other.organisation.as_deref())
                && role.former == other.former
        };
        let standing_fits = |other: &offices::roles::RoleMention| {
            role.standing == other.standing || role.standing == Standing::Definitive
        };
        let exact = |other: &offices::roles::RoleMention| role.office == other.office;
        let start = role.words.start;
        let best = held.iter().filter(|(other, _)| fits(&people.roles[*other])).min_by_key(|(other, _)| {
            let other = &people.roles[*other];
            (!exact(other), !standing_fits(other), other.words.start > start, other.words.start.abs_diff(start))
        });
        people.roles[index].holder = best.map(|(_, person)| *person);
    }
    people.share_offices(text);
}

fn words_span(text: &Text<'_>, words: &Range<usize>) -> Span {
    match (text.words.get(words.start), words.end.checked_sub(1).and_then(|last| text.words.get(last))) {
        (Some(first), Some(last)) if words.start < words.end => Span::new(first.start..last.end),
        _ => Span::new(0..0),
    }
}

fn speaker_note(who: &Who) -> SpeakerNote {
    match who {
        Who::Person(person) => SpeakerNote::Person(*person),
        Who::Organisation(body) => SpeakerNote::Organisation(*body),
        Who::Role(role) => SpeakerNote::Role(role.clone()),
    }
}

fn direct(
    scene: &Scene<'_>,
    stretch: &statements::quotes::Stretch,
    attribution: &statements::attribution::Attribution,
) -> QuoteNote {
    let agent = attribution.agent.as_ref();
    let speaker = agent.and_then(|agent| agent.who.as_ref()).map(speaker_note);
    QuoteNote {
        span: Span::new(stretch.inner.clone()),
        kind: QuoteKind::Direct,
        role: agent.and_then(|agent| role_of(scene, agent)),
        cue: attribution.cue.map(|word| words_span(scene.text, &(word..word + 1))),
        how: speaker.as_ref().and(agent.map(|agent| agent.how)),
        chain: agent.map(|agent| chain(scene, agent)).unwrap_or_default(),
        confidence: statements::confidence::confidence(
            scene,
            attribution,
            if stretch.supplied { Doubt::Supplied } else { Doubt::None },
        ),
        speaker,
    }
}

fn reported_note(scene: &Scene<'_>, report: &statements::reported::FoundReport) -> QuoteNote {
    let attribution = statements::attribution::Attribution {
        agent: Some(report.agent.clone()),
        cue: Some(report.cue),
        place: statements::attribution::Place::Before,
    };
    let weak = scene.cue(report.cue).is_some_and(|cue| cue.form == CueForm::Active) && !report.marked;
    QuoteNote {
        span: Span::new(report.span.clone()),
        kind: QuoteKind::Reported,
        speaker: report.agent.who.as_ref().map(speaker_note),
        role: role_of(scene, &report.agent),
        cue: Some(words_span(scene.text, &(report.cue..report.cue + 1))),
        how: report.agent.who.as_ref().map(|_| report.agent.how),
        chain: chain(scene, &report.agent),
        confidence: statements::confidence::confidence(
            scene,
            &attribution,
            if weak { Doubt::Unmarked } else { Doubt::None },
        ),
    }
}

/// The role as printed beside the agent, else the office in which the article first shows the person.
fn role_of(scene: &Scene<'_>, agent: &statements::scene::Agent) -> Option<String> {
    if agent.role.is_some() {
        return agent.role.clone();
    }
    let Some(Who::Person(person)) = agent.who else { return None };
    scene.first_role.get(person).copied().flatten().map(|role| scene.people.role(role).as_printed.clone())
}

fn chain(scene: &Scene<'_>, agent: &statements::scene::Agent) -> Vec<Span> {
    agent.chain.iter().map(|words| words_span(scene.text, words)).filter(|span| !span.is_empty()).collect()
}

#[expect(
    clippy::indexing_slicing,
    reason = "there is a note for each person, and mentions and offices name people by their places"
)]
fn person_notes(text: &Text<'_>, people: &names::people::People) -> Vec<PersonNote> {
    let mut notes: Vec<PersonNote> = people
        .people
        .iter()
        .map(|person| PersonNote {
            name: person.name.clone(),
            aliases: person.aliases.iter().cloned().collect(),
            honorifics: person.honorifics.iter().cloned().collect(),
            ..PersonNote::default()
        })
        .collect();
    for mention in &people.mentions {
        notes[mention.person].mentions.push(words_span(text, &mention.words));
    }
    // `mantan Bupati Karmaya, Sari`, and later `Sari selaku Bupati Karmaya`: what is said once holds for the article.
    let former = |role: &offices::roles::RoleMention| {
        people.roles.iter().any(|other| {
            other.former
                && other.holder == role.holder
                && other.office == role.office
                && offices::roles::same_body(other.organisation.as_deref(), role.organisation.as_deref())
        })
    };
    for role in people.roles.iter().filter(|role| !role.former) {
        let Some(holder) = role.holder else { continue };
        if former(role) {
            continue;
        }
        let known = notes[holder].roles.iter_mut().find(|other| {
            offices::roles::same_office(&other.office, &role.office)
                && offices::roles::same_body(other.organisation.as_deref(), role.organisation.as_deref())
        });
        match known {
            Some(known) => {
                // The standing that is said once holds for the office; its fullest form names it.
                if known.standing == Standing::Definitive {
                    known.standing = role.standing;
                }
                if role.office.len() > known.office.len() {
                    known.office.clone_from(&role.office);
                }
                let longer = role
                    .organisation
                    .as_ref()
                    .is_some_and(|body| known.organisation.as_ref().is_none_or(|other| body.len() > other.len()));
                if longer {
                    known.organisation.clone_from(&role.organisation);
                }
            }
            None => notes[holder].roles.push(RoleNote {
                as_printed: role.as_printed.clone(),
                office: role.office.clone(),
                organisation: role.organisation.clone(),
                standing: role.standing,
                since: None,
            }),
        }
    }
    notes
}

fn organisation_note(text: &Text<'_>, body: &organisations::FoundOrganisation) -> EntityNote {
    EntityNote {
        name: body.name.clone(),
        aliases: body.aliases.clone(),
        mentions: body.mentions.iter().map(|words| words_span(text, words)).collect(),
    }
}

fn place_notes(places: &[places::FoundPlace]) -> Vec<(EntityNote, PlaceKind)> {
    let mut notes: Vec<(EntityNote, PlaceKind)> = Vec::new();
    let mut by_name: std::collections::HashMap<&str, usize> = std::collections::HashMap::new();
    for place in places {
        let index = *by_name.entry(&place.name).or_insert_with(|| {
            notes.push((EntityNote { name: place.name.clone(), ..EntityNote::default() }, place.kind));
            notes.len() - 1
        });
        #[expect(clippy::indexing_slicing, reason = "the table holds places of the notes")]
        notes[index].0.mentions.push(Span::new(place.span.clone()));
    }
    notes
}

fn regulation_note(text: &Text<'_>, law: &regulations::FoundRegulation) -> RegulationNote {
    RegulationNote {
        as_printed: text.raw.within(law.span.clone()).to_string(),
        kind: law.kind.clone(),
        number: law.number,
        year: law.year,
        span: Span::new(law.span.clone()),
    }
}
