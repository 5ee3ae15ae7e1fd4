//! Scenarios that passed before with the very same bytes.
//!
//! WHY: all browsers take half an hour. Where neither the site, nor the scenarios, nor a browser is another one, a
//! scenario that passed says nothing new; and after a run that stopped at one that failed, the others need not be played
//! once more. Nothing is taken over from other bytes: after any change to the app or to a scenario, everything is played.

use std::collections::HashSet;
use std::env;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::UNIX_EPOCH;

use xxhash_rust::xxh3::Xxh3;

use crate::Kind;
use crate::kind::on_path;

/// Names the folder in which runs remember what passed; without it everything is played.
const FOLDER: &str = "JEJAK_PASSED";

/// What passed, and what passes.
#[derive(Debug, Default)]
pub struct Passed {
    before: HashSet<String>,
    /// Where it is noted; none where nothing is remembered.
    file: Option<Mutex<File>>,
}

impl Passed {
    /// What passed on these folders and files, with this program and these browsers; nothing where nobody wants it remembered.
    ///
    /// # Errors
    /// The folders cannot be read, or that of `JEJAK_PASSED` not be written.
    pub fn on(played: &[&Path]) -> io::Result<Self> {
        let Some(folder) = env::var_os(FOLDER).map(PathBuf::from) else { return Ok(Self::default()) };
        fs::create_dir_all(&folder)?;
        let path = folder.join(format!("{:032x}.txt", stamp(played)?));
        // Those of other bytes are of no use again.
        for entry in folder.read_dir()?.flatten() {
            if entry.path() != path {
                let _ = fs::remove_file(entry.path());
            }
        }
        let mut file = OpenOptions::new().create(true).append(true).open(&path)?;
        let noted = fs::read_to_string(&path)?;
        if !noted.is_empty() && !noted.ends_with('\n') {
            // The run before was ended in the middle of a line: it is no name of a scenario.
            writeln!(file)?;
        }
        Ok(Self { before: noted.lines().map(str::to_owned).collect(), file: Some(Mutex::new(file)) })
    }

    /// Whether a scenario, by its name with its browser's, passed before.
    #[must_use]
    pub fn holds(&self, name: &str) -> bool {
        self.before.contains(name)
    }

    /// Notes one that passed. What cannot be noted is played again.
    pub(crate) fn note(&self, name: &str) {
        if let Some(file) = &self.file {
            let _ = writeln!(file.lock().unwrap_or_else(PoisonError::into_inner), "{name}");
        }
    }
}

/// A hash of all that decides what happens in a scenario: the files, this program, and the browsers' own files.
fn stamp(played: &[&Path]) -> io::Result<u128> {
    let mut hash = Xxh3::new();
    add(&mut hash, &fs::read(env::current_exe()?)?);
    for path in played {
        add_all(&mut hash, path)?;
    }
    for kind in Kind::ALL {
        let (driver, variable) = kind.driver();
        let driver = env::var(variable).unwrap_or_else(|_| driver.to_owned());
        [kind.program(), driver].iter().for_each(|program| add_program(&mut hash, program));
    }
    if let Ok(nginx) = env::var("NGINX") {
        add_program(&mut hash, &nginx);
    }
    Ok(hash.digest128())
}

/// A program by its path, how long its file is and from when; one that is not there adds its name alone. Not by what it says
/// of itself: WebKit's opens a window when it is asked.
fn add_program(hash: &mut Xxh3, program: &str) {
    let found = on_path(program);
    add(hash, found.as_os_str().as_encoded_bytes());
    if let Ok(known) = found.metadata() {
        let made = known.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
        add(hash, &known.len().to_le_bytes());
        add(hash, &made.map_or(0, |made| made.as_nanos()).to_le_bytes());
    }
}

/// A file, or all in a folder, by names.
fn add_all(hash: &mut Xxh3, path: &Path) -> io::Result<()> {
    add(hash, path.file_name().unwrap_or_default().as_encoded_bytes());
    if !path.is_dir() {
        add(hash, &fs::read(path)?);
        return Ok(());
    }
    let mut entries: Vec<PathBuf> = path.read_dir()?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
    entries.sort();
    add(hash, &entries.len().to_le_bytes());
    entries.iter().try_for_each(|entry| add_all(hash, entry))
}

fn add(hash: &mut Xxh3, bytes: &[u8]) {
    hash.update(&(bytes.len() as u64).to_le_bytes());
    hash.update(bytes);
}
