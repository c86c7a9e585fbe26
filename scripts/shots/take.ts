import { openFeedAlone } from '../test/desk/alone.ts'
import { startDesk } from '../test/desk/desk.ts'
import { everyScreen } from '../test/desk/walk.ts'
import { looks } from './looks.ts'
import { takePicture } from './picture.ts'
import { launchPictureBrowser } from './picture-browser.ts'
import { pictureName } from './picture-name.ts'

/** Goes through every screen in every look, one after the other; tells each picture's name and what it shows. */
export async function* takePictures(): AsyncGenerator<{ name: string; picture: Buffer }> {
  const desk = await startDesk(launchPictureBrowser)
  try {
    for (const look of looks) {
      const alone = await openFeedAlone(desk, look.user, look)
      let place = 0
      for await (const screen of everyScreen(alone)) {
        place += 1
        yield { name: pictureName(place, screen, look), picture: await takePicture(alone.page) }
      }
      await alone.page.context().close()
    }
  } finally {
    await desk.close()
  }
}
