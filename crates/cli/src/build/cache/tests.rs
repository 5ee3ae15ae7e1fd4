//! Whatever is done to what is kept, a build gets what it put there or nothing.

use std::collections::BTreeMap;

use tempfile::TempDir;

use super::*;

fn key(of: &str) -> Key {
    Key::of("test", of)
}

/// A folder for what is kept, and one build after the other.
struct Desk(TempDir);

impl Desk {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn folder(&self) -> PathBuf {
        self.0.path().join(FOLDER)
    }

    fn open(&self) -> Cache {
        Cache::at(self.folder())
    }

    /// A build that needs these values; says which were there.
    fn build(&self, names: &[&str]) -> Vec<String> {
        let cache = self.open();
        let there = needed(&cache, names);
        cache.finish();
        there
    }

    fn files(&self) -> Vec<PathBuf> {
        files(&self.folder())
    }

    /// The one file that there is.
    fn file(&self) -> PathBuf {
        let files = self.files();
        assert_eq!(files.len(), 1);
        files.into_iter().next().unwrap()
    }

    fn bytes(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        self.files().into_iter().map(|path| (path.clone(), fs::read(path).unwrap())).collect()
    }
}

fn value(name: &str) -> Vec<u8> {
    format!("what {name} came to").repeat(3).into_bytes()
}

fn needed(cache: &Cache, names: &[&str]) -> Vec<String> {
    let mut there = Vec::new();
    for name in names {
        match cache.get(key(name)) {
            Some(kept) => {
                assert_eq!(kept, value(name), "{name}");
                there.push((*name).to_owned());
            }
            None => cache.put(key(name), &value(name)),
        }
    }
    there
}

#[test]
fn what_one_build_needed_is_there_for_the_next_and_nothing_else() {
    let desk = Desk::new();
    assert!(desk.build(&["a", "b", "c"]).is_empty());
    assert_eq!(desk.build(&["a", "c", "d"]), ["a", "c"]);
    let held: Vec<u8> = desk.bytes().into_values().flatten().collect();
    let holds = |name: &str| held.windows(value(name).len()).any(|window| window == value(name));
    assert!(holds("a") && holds("c") && holds("d") && !holds("b"), "b was let go of");
    let before = desk.bytes();
    assert_eq!(desk.build(&["d", "c", "a"]), ["d", "c", "a"]);
    assert_eq!(desk.bytes(), before, "nothing is written where nothing changed");
    desk.build(&[]);
    assert!(desk.files().is_empty());
    assert!(fs::read_to_string(desk.folder().join(".gitignore")).unwrap().starts_with('*'));
}

#[test]
fn a_byte_that_changed_costs_a_value_or_a_file_and_gives_no_other_bytes() {
    let desk = Desk::new();
    let names = ["a", "b", "c"];
    desk.build(&names);
    let whole = fs::read(desk.file()).unwrap();
    for at in 0..whole.len() {
        let mut bytes = whole.clone();
        bytes[at] ^= 0x10;
        fs::write(desk.file(), &bytes).unwrap();
        // `needed` asserts that what is there is right.
        assert!(desk.build(&names).len() < names.len(), "byte {at}");
        assert_eq!(desk.build(&names), names, "byte {at} was mended");
        fs::remove_file(desk.file()).unwrap();
        fs::write(desk.folder().join("a.kept"), &whole).unwrap();
    }
    for length in 0..whole.len() {
        fs::write(desk.file(), &whole[..length]).unwrap();
        assert!(desk.build(&names).is_empty(), "cut to {length}");
    }
    let longer: Vec<u8> = whole.iter().copied().chain([0]).collect();
    fs::write(desk.file(), longer).unwrap();
    assert!(desk.build(&names).is_empty());
    assert_eq!(desk.build(&names), names);
}

#[test]
fn a_value_in_the_place_of_another_is_none() {
    let desk = Desk::new();
    desk.build(&["a", "b"]);
    let mut bytes = fs::read(desk.file()).unwrap();
    let length = value("a").len();
    let (one, rest) = bytes[32..].split_at_mut(length);
    one.swap_with_slice(&mut rest[..length]);
    fs::write(desk.file(), &bytes).unwrap();
    assert!(desk.build(&["a", "b"]).is_empty());
    assert_eq!(desk.build(&["a", "b"]), ["a", "b"]);
}

#[test]
fn what_another_program_wrote_or_what_was_copied_from_elsewhere_is_passed_by() {
    let (desk, other) = (Desk::new(), Desk::new());
    desk.build(&["a"]);
    other.build(&["a"]);
    // Another folder's, under its own name and under that of the one that is there.
    fs::copy(desk.file(), other.file()).unwrap();
    assert!(other.build(&["a"]).is_empty());
    // Another program's.
    let stamp = stamp(&desk.folder()).unwrap();
    let mut writer = Writer::new(&desk.folder(), UNFINISHED, stamp ^ 1).unwrap();
    writer.put(key("b"), b"of another program").unwrap();
    writer.finish(&desk.folder(), ENDING).unwrap();
    assert_eq!(desk.build(&["a", "b"]), ["a"]);
    assert_eq!(desk.build(&["a", "b"]), ["a", "b"]);
}

#[test]
fn what_is_somebody_elses_stays_and_what_was_cut_off_goes_after_a_day() {
    let desk = Desk::new();
    desk.build(&["a"]);
    let at = |name: &str| desk.folder().join(name);
    for name in ["catatan.txt", ".new-fresh", ".new-stale"] {
        fs::write(at(name), "x").unwrap();
    }
    let old = fs::File::options().write(true).open(at(".new-stale")).unwrap();
    old.set_modified(SystemTime::now() - STALE * 2).unwrap();
    fs::create_dir(at("folder.kept")).unwrap();
    assert_eq!(desk.build(&["a"]), ["a"]);
    assert!(at("catatan.txt").exists() && at(".new-fresh").exists() && !at(".new-stale").exists());
    assert!(at("folder.kept").exists());
}

#[test]
fn two_builds_at_once_lose_nothing_and_mix_nothing_up() {
    let desk = Desk::new();
    desk.build(&["a", "b", "c"]);
    let (one, other) = (desk.open(), desk.open());
    assert_eq!(needed(&one, &["a", "b", "d"]), ["a", "b"]);
    one.finish();
    // Its file is gone by now.
    needed(&other, &["b", "c", "d", "e"]);
    other.finish();
    let there = desk.build(&["a", "b", "c", "d", "e"]);
    assert!(["b", "d", "e"].iter().all(|name| there.iter().any(|known| known == name)), "{there:?}");
    assert_eq!(desk.build(&["a", "b", "c", "d", "e"]).len(), 5);
}

#[test]
fn many_small_files_become_one_and_a_full_one_is_followed_by_another() {
    let desk = Desk::new();
    let names: Vec<String> = (0..20).map(|i| i.to_string()).collect();
    for count in 1..=names.len() {
        let names: Vec<&str> = names.iter().take(count).map(String::as_str).collect();
        assert_eq!(desk.build(&names).len(), count - 1);
        assert!(desk.files().len() <= SMALL);
    }
    let large = vec![7; FULL as usize / 3];
    let cache = desk.open();
    (0..4).for_each(|i| cache.put(key(&format!("large {i}")), &large));
    cache.finish();
    assert_eq!(desk.files().len(), 2);
    let cache = desk.open();
    assert!((0..4).all(|i| cache.get(key(&format!("large {i}"))).as_ref() == Some(&large)));
}

/// A build that fails leaves everything as it was.
#[test]
fn what_is_not_finished_leaves_nothing() {
    let desk = Desk::new();
    desk.build(&["a"]);
    let before = desk.bytes();
    let cache = desk.open();
    needed(&cache, &["b"]);
    drop(cache);
    assert_eq!(desk.bytes(), before);
    let unfinished = fs::read_dir(desk.folder()).unwrap().flatten();
    assert!(!unfinished.map(|entry| entry.file_name()).any(|name| name.to_string_lossy().starts_with(UNFINISHED)));
}

#[test]
fn where_nothing_can_be_written_nothing_is_kept() {
    let desk = Desk::new();
    fs::write(desk.folder(), "a file in the folder's place").unwrap();
    for _ in 0..2 {
        assert!(desk.build(&["a"]).is_empty());
    }
    assert!(desk.folder().is_file());
    // A link is not followed: what it leads to is somebody else's.
    #[cfg(unix)]
    {
        let (desk, apart) = (Desk::new(), Desk::new());
        apart.build(&["a"]);
        std::os::unix::fs::symlink(apart.folder(), desk.folder()).unwrap();
        let before = apart.bytes();
        assert!(desk.build(&["a", "b"]).is_empty());
        assert_eq!(apart.bytes(), before);
    }
}
