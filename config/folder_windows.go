package config

// dataSubfolder is where programs keep data within the home folder.
const dataSubfolder = "AppData/Local"
