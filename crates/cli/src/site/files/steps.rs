//! Changes to a folder that can be taken back.
//!
//! Each step is a move within one file system, so it needs no room and hardly any time; what a step replaces or takes
//! away is kept aside until all have gone well.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Steps that were made, the last one last.
#[derive(Debug)]
pub(super) struct Steps {
    /// Where what goes is kept, by number.
    aside: PathBuf,
    kept: usize,
    made: Vec<Step>,
}

#[derive(Debug)]
enum Step {
    /// A folder came.
    Folder(PathBuf),
    /// A file came where none was.
    Came(PathBuf),
    /// What was at the first path is at the second, in the place of another or of nothing.
    Went(PathBuf, PathBuf),
}

impl Steps {
    /// No steps. `aside` is a folder on the same file system.
    pub(super) fn new(aside: PathBuf) -> Self {
        Self { aside, kept: 0, made: Vec::new() }
    }

    fn place_aside(&mut self) -> PathBuf {
        self.kept += 1;
        self.aside.join(self.kept.to_string())
    }

    /// Makes a folder whose parent is there.
    pub(super) fn folder(&mut self, path: &Path) -> io::Result<()> {
        fs::create_dir(path)?;
        self.made.push(Step::Folder(path.to_owned()));
        Ok(())
    }

    /// Moves something away.
    pub(super) fn away(&mut self, path: &Path) -> io::Result<()> {
        let aside = self.place_aside();
        fs::rename(path, &aside)?;
        self.made.push(Step::Went(path.to_owned(), aside));
        Ok(())
    }

    /// Moves a file to where none is.
    pub(super) fn come(&mut self, new: &Path, path: &Path) -> io::Result<()> {
        fs::rename(new, path)?;
        self.made.push(Step::Came(path.to_owned()));
        Ok(())
    }

    /// Moves a file to where another is. Who opens the path meanwhile meets one of the two where the file system has hard
    /// links.
    pub(super) fn replace(&mut self, new: &Path, path: &Path) -> io::Result<()> {
        let aside = self.place_aside();
        if fs::hard_link(path, &aside).is_err() {
            fs::rename(path, &aside)?;
        }
        self.made.push(Step::Went(path.to_owned(), aside));
        fs::rename(new, path)
    }

    /// Takes all steps back, as far as the system lets it.
    pub(super) fn undo(self) {
        for step in self.made.into_iter().rev() {
            // Best effort: the failure that led here is the one to tell.
            let _ = match step {
                Step::Folder(path) => fs::remove_dir(path),
                Step::Came(path) => fs::remove_file(path),
                Step::Went(path, aside) => fs::rename(aside, path),
            };
        }
    }
}
