package desk

// The tasks that the queue does.
const (
	TaskMail     = "mail.send"
	TaskRegister = "register.import"
	TaskSweep    = "due.sweep"
	TaskFreeze   = "letter.freeze"
	TaskDeliver  = "letter.send"
)
