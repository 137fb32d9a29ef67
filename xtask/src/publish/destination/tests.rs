use std::env;
use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Command, Stdio};

use tempfile::{TempDir, tempdir};

use super::super::files::write;
use super::*;

/// A small site whose files say which edition it is.
fn write_edition(site: &Path, edition: &str) {
    for file in ["index.html", "sw.js", "_headers", "assets/boot.js", "company/a.html"] {
        write(&site.join(file), edition).unwrap();
    }
}

fn build(out: &Path, edition: &str) {
    let destination = Destination::open(out).unwrap();
    write_edition(&destination.site(), edition);
    destination.replace().unwrap();
}

/// `out` is one edition, and nothing is left beside it.
#[track_caller]
fn check_holds_only(out: &Path, edition: &str) {
    for file in ["index.html", "sw.js", "_headers", "assets/boot.js", "company/a.html"] {
        assert_eq!(fs::read_to_string(out.join(file)).unwrap(), edition, "{file}");
    }
    assert_eq!(project::entries(out).unwrap().len(), 5);
    assert_eq!(project::entries(out.parent().unwrap()).unwrap(), [out]);
}

#[track_caller]
fn check_refused(out: &Path, expected: &str) {
    let error = Destination::open(out).unwrap_err().to_string();
    assert!(error.contains(expected), "{error}");
}

/// A folder with the first edition of a site in it.
fn built() -> (TempDir, PathBuf) {
    let folder = tempdir().unwrap();
    let out = folder.path().canonicalize().unwrap().join("dist");
    build(&out, "first");
    check_holds_only(&out, "first");
    (folder, out)
}

#[test]
fn a_site_replaces_a_missing_folder_an_empty_one_and_the_site_before() {
    let (_folder, out) = built();
    build(&out, "second");
    check_holds_only(&out, "second");
    fs::remove_dir_all(&out).unwrap();
    fs::create_dir(&out).unwrap();
    build(&out, "third");
    check_holds_only(&out, "third");
}

#[test]
fn files_that_the_new_site_lacks_are_gone() {
    let (_folder, out) = built();
    write(&out.join("company/gone.html"), "first").unwrap();
    build(&out, "second");
    assert!(!out.join("company/gone.html").exists());
}

#[test]
fn a_build_that_fails_leaves_the_old_site() {
    let (_folder, out) = built();
    let destination = Destination::open(&out).unwrap();
    write(&destination.site().join("index.html"), "half").unwrap();
    drop(destination);
    check_holds_only(&out, "first");
    build(&out, "second");
    check_holds_only(&out, "second");
}

#[test]
fn of_two_builds_at_once_the_second_is_refused() {
    let (_folder, out) = built();
    let destination = Destination::open(&out).unwrap();
    check_refused(&out, "is building a site in");
    write_edition(&destination.site(), "second");
    destination.replace().unwrap();
    check_holds_only(&out, "second");
}

/// Set for the process that the next test starts and kills: the folder of the site.
const KILLED: &str = "CASEBOOK_TEST_KILLED_BUILD";

#[test]
fn a_build_that_is_killed_leaves_the_old_site_or_the_new_one() {
    if let Some(out) = env::var_os(KILLED) {
        return build_until_killed(Path::new(&out));
    }
    // Not INT: a shell may have started the tests with it ignored. It ends a build as TERM does.
    for signal in ["TERM", "KILL"] {
        for (stage, held) in [(HALF, "first"), (WHOLE, "first"), (REPLACED, "second")] {
            let (_folder, out) = built();
            kill_build(&out, stage, signal);
            let shown = fs::read_to_string(out.join("company/a.html")).unwrap();
            assert_eq!(shown, held, "{signal} when {stage}");
            assert_eq!(project::entries(&out).unwrap().len(), 5, "{signal} when {stage}");
            build(&out, "third");
            check_holds_only(&out, "third");
        }
    }
}

const HALF: &str = "half is written";
const WHOLE: &str = "all is written";
const REPLACED: &str = "the folders are exchanged";

/// Says after each stage what it has done, and goes on when told to.
fn build_until_killed(out: &Path) {
    let reached = |stage| {
        println!("\n{stage}");
        io::stdout().flush().unwrap();
        io::stdin().read_line(&mut String::new()).unwrap();
    };
    let destination = Destination::open(out).unwrap();
    write(&destination.site().join("index.html"), "second").unwrap();
    reached(HALF);
    write_edition(&destination.site(), "second");
    reached(WHOLE);
    exchange(&destination.site(), out).unwrap();
    reached(REPLACED);
}

/// Starts this test as a process of its own and kills it when it has reached the stage.
fn kill_build(out: &Path, stage: &str, signal: &str) {
    let name = "a_build_that_is_killed_leaves_the_old_site_or_the_new_one";
    let mut child = Command::new(env::current_exe().unwrap())
        .args(["--exact", &format!("publish::destination::tests::{name}"), "--nocapture"])
        .env(KILLED, out)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    for line in BufReader::new(child.stdout.take().unwrap()).lines() {
        let line = line.unwrap();
        if line == stage {
            break;
        }
        if [HALF, WHOLE].contains(&&*line) {
            child.stdin.as_mut().unwrap().write_all(b"\n").unwrap();
        }
    }
    let kill = Command::new("kill").args(["-s", signal, &child.id().to_string()]).status();
    assert!(kill.unwrap().success());
    assert!(!child.wait().unwrap().success());
}

#[test]
fn a_file_system_without_exchange_swaps_in_two_steps() {
    let (_folder, out) = built();
    let destination = Destination::open(&out).unwrap();
    write_edition(&destination.site(), "second");
    swap(&destination.site(), &out).unwrap();
    drop(destination);
    check_holds_only(&out, "second");
}

#[test]
fn a_build_killed_between_two_steps_is_put_right_by_the_next() {
    let (_folder, out) = built();
    let killed = out.with_file_name(".dist.build-killed");
    fs::create_dir(&killed).unwrap();
    fs::rename(&out, killed.join(PUT_ASIDE)).unwrap();
    drop(Destination::open(&out).unwrap());
    check_holds_only(&out, "first");
}

#[test]
fn a_swap_that_fails_puts_the_old_folder_back() {
    let (folder, out) = built();
    let missing = folder.path().join("beside/site");
    fs::create_dir(folder.path().join("beside")).unwrap();
    swap(&missing, &out).unwrap_err();
    assert_eq!(fs::read_to_string(out.join("index.html")).unwrap(), "first");
}

#[cfg(unix)]
#[test]
fn a_link_to_the_folder_stays_and_the_permissions_too() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let (folder, out) = built();
    fs::set_permissions(&out, fs::Permissions::from_mode(0o2750)).unwrap();
    let elsewhere = tempdir().unwrap();
    let link = elsewhere.path().join("link");
    symlink(&out, &link).unwrap();
    build(&link, "second");
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    check_holds_only(&out, "second");
    assert_eq!(fs::metadata(&out).unwrap().permissions().mode() & 0o7777, 0o2750);
    drop(folder);
}

#[test]
fn other_folders_are_refused_and_stay() {
    let folder = tempdir().unwrap();
    let other = folder.path().join("other/index.html");
    write(&other, "mine").unwrap();
    check_refused(&folder.path().join("other"), "empty it, or give --out another folder");
    check_refused(&other, "cannot read");
    assert_eq!(fs::read_to_string(other).unwrap(), "mine");
    assert_eq!(project::entries(folder.path()).unwrap().len(), 1);
}

#[test]
fn a_git_repository_is_refused() {
    let (_folder, out) = built();
    write(&out.join(".git/HEAD"), "").unwrap();
    check_refused(&out, "no build has written");
}

#[test]
fn folders_that_contain_the_project_are_refused_even_if_a_site_was_built_there() {
    let folder = tempdir().unwrap();
    let project = folder.path().canonicalize().unwrap().join("project");
    for out in [project.parent().unwrap(), &project] {
        write_edition(out, "mine");
    }
    for out in [project.join("."), project.join(".."), project.join("assets/..")] {
        let error = require_replaceable(&resolved(&out).unwrap(), &project).unwrap_err();
        let error = error.to_string();
        assert!(error.contains("contains the project itself: give --out a folder"), "{error}");
    }
    write_edition(&project.join("dist"), "mine");
    require_replaceable(&project.join("dist"), &project).unwrap();
}

// Nobody, root included, may write to these.
#[cfg(target_os = "linux")]
#[test]
fn a_folder_that_cannot_be_written_is_named_before_the_build_starts() {
    check_refused(Path::new("/sys/kernel/dist"), "cannot write /sys/kernel");
    check_refused(Path::new("/proc"), "is a mount point");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_named() {
    let error = write(Path::new("/dev/full"), "text").unwrap_err().to_string();
    assert!(error.starts_with("cannot write /dev/full: No space left on device"), "{error}");
    assert!(error.ends_with("; free some space there, then run this again"), "{error}");
}
