from scenario import log
log()
log("")
log("tab\there", "new\nline", "back\\slash")
log("a", 1, None, [1], group=None)
log("grouped", group="tie")
log("unicode: é ñ 日本")
log("two  spaces ", " lead")
