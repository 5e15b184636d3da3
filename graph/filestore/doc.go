// Package filestore is the graph in a folder: the embedded store, which needs nothing but a file system.
//
//	manifest.json                  all releases, each by what it put and withdrew; checksummed
//	lock                           held (flock) by the one process that writes, and only while it writes
//	bundles/HASH.json.gz           bundles as loaded, canonical, without quotes
//	judgements/HASH.json.gz        sets of judgements
//	texts/HASH.txt.gz              source texts that were attached, from which quotes are cut
//	quotes/HASH.json.gz            quotes that came within bundles, by the hash of their text
//	images/DIGEST.image            the merged graph of the current release or of one shortly before, ready to read
//
// HASH is the SHA-256 of what the file holds unpacked (for quotes, of their text), so every file can be checked. A load
// writes its new files first and syncs the folders in which they stand, or those that it found there; replacing the manifest,
// by write, fsync, rename and fsync of the folder, is the one step that makes it so. A load that is cut off before leaves
// files that nothing names; the next load removes them. Readers take no lock: a file that the manifest names stays
// until no release that can still be answered refers to it.
//
// An image is never needed and never trusted: one that is missing, cut short, altered, of another version or of another
// digest is passed over and made again from the bundles. One of an earlier release serves with the bundles that changed since.
package filestore
