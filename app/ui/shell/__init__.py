"""The program with its window: started once, painted first, with its areas, menus and notices."""
