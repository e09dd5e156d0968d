import Commands

CommandLineTool.main(arguments: CommandLine.arguments)
