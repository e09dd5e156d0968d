print("initscope")
