// Package crashtest tries the real program at every call that changes the
// disk: it is killed there, or the call fails, and what is left is judged.
//
// What must hold: every change that was acknowledged is there when the project
// is opened again, none is there by half, the file passes its checks, the
// user's file is a whole version, old or new, no conflict copy is made of the
// user's own work, and no temporary file stays.
//
// The tests run a sample; CRASH_KILLS names the number of kills, "all" one at
// each call. Run without what makes changes safe, the same harness must see
// damage.
package crashtest
